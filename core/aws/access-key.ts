/** A pair of id and secret by which an application signs as if it spoke to AWS: it stands for a server key of ours, and does what that may. */
export interface AccessKey {
  /** `AKKG` and 16 letters and digits. */
  readonly id: string;
  readonly apiKeyId: number;
  /** Whose ids of titles the application sends and is answered with: `app`, another source of external ids, or OUR_IDS. */
  readonly source: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** The source of an application that names people and titles by our own ids. */
export const OUR_IDS = 'kinograph';

/** A source that an access key can have. */
export const ID_SOURCE = /^[a-z][a-z0-9-]{0,31}$/;
