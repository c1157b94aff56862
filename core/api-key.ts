import type { Scope } from './caller';

export enum ApiKeyKind {
  /** `kg_...`: a customer's own server; carries scopes. */
  SERVER = 'SERVER',
  /** `kgb_...`: stands in a web page, names the app only, and works from its origins only. */
  BROWSER = 'BROWSER',
}

/** A key as it may be shown after it was made: the secret itself is nowhere. */
export interface ApiKey {
  readonly id: number;
  readonly kind: ApiKeyKind;
  readonly name: string;
  /** First characters of the secret, to recognise it by. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  /** Origins a browser key works from, for example `https://shop.example`. */
  readonly origins: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** To the minute: written lazily. */
  readonly lastUsedAt: Date | null;
}
