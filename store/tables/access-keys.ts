import { EntitySchema } from 'typeorm';
import type { AccessKey } from '../../core/aws/access-key';
import type { SavedFilter } from '../../core/personalize/saved-filter';
import { bigint, bytes, defaulting, integer, key, now, nullable, text, time } from './columns';

/** An access key as it is stored; its secret is sealed, since a signature is checked by making it again. */
interface StoredAccessKey extends Omit<AccessKey, 'expiresAt' | 'apiKeyName'> {
  readonly secret: Buffer;
}

export const AWS_ACCESS_KEYS = new EntitySchema<StoredAccessKey>({
  name: 'aws_access_keys',
  columns: { id: key(text), apiKeyId: bigint, secret: bytes, source: text, createdAt: now, revokedAt: nullable(time) },
  indices: [{ name: 'aws_access_keys_api_key', columns: ['apiKeyId'] }],
});

export const SAVED_FILTERS = new EntitySchema<SavedFilter>({
  name: 'saved_filters',
  columns: { name: key(text), expression: text, version: defaulting(integer, 1), updatedAt: now },
});
