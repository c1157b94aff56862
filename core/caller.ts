/** What a server key may be allowed to do. */
export enum Scope {
  EVENTS_WRITE = 'events:write',
  RECOMMENDATIONS_READ = 'recommendations:read',
  CATALOGUE_WRITE = 'catalogue:write',
  METRICS_READ = 'metrics:read',
  SESSIONS_WRITE = 'sessions:write',
  ADMIN = 'admin',
}

export enum Role {
  READER = 'READER',
  ANALYST = 'ANALYST',
  EDITOR = 'EDITOR',
  ADMIN = 'ADMIN',
  SHOP = 'SHOP',
}

/** Where demo people come from: those of MovieLens, and those who made an account in the demo. */
export type DemoSource = 'movielens' | 'demo';

export interface DemoName {
  readonly source: DemoSource;
  readonly externalId: string;
}

/** Who is asking, after the credential has been checked. */
export type Caller =
  | { readonly kind: 'nobody'; readonly appKeyId: number | null }
  | {
      readonly kind: 'viewer';
      readonly userId: number;
      readonly anonymous: boolean;
      /** The name in the token, where the demo signed it; null for everyone else. */
      readonly demo: DemoName | null;
      readonly appKeyId: number | null;
      readonly expiresAt: Date;
    }
  | { readonly kind: 'key'; readonly keyId: number; readonly scopes: readonly Scope[]; readonly expiresAt: Date | null }
  | { readonly kind: 'operator'; readonly operatorId: number; readonly role: Role; readonly sessionId: number; readonly expiresAt: Date };
