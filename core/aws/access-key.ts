/** A pair of id and secret by which an application signs as if it spoke to AWS: it stands for a server key of ours, and does what that may. */
export interface AccessKey {
  /** `AKKG` and 16 letters and digits. */
  readonly id: string;
  readonly apiKeyId: number;
  /** Whose ids of titles the application sends and is answered with: `app`, another source of external ids, or OUR_IDS. */
  readonly source: string;
  readonly createdAt: Date;
  /** When it was revoked, or its server key was. */
  readonly revokedAt: Date | null;
  /** When its server key ends. */
  readonly expiresAt: Date | null;
  /** What its server key is called. */
  readonly apiKeyName: string;
}

/** The source of an application that names people and titles by our own ids. */
export const OUR_IDS = 'kinograph';

/** A source that an access key can have. */
export const ID_SOURCE = /^[a-z][a-z0-9-]{0,31}$/;
