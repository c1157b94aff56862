import type { ApiKey } from './api-key';

/** Whether a key may be used, and if not, why. */
export enum ApiKeyState {
  ACTIVE = 'ACTIVE',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}

/** The state of a key at `now`: one that was revoked is no longer said to expire. */
export function apiKeyState({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): ApiKeyState {
  if (revokedAt !== null) return ApiKeyState.REVOKED;
  return expiresAt !== null && expiresAt <= now ? ApiKeyState.EXPIRED : ApiKeyState.ACTIVE;
}
