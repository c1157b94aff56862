import type { Resource } from '../api/resource';
import { ApiKeysDocument } from '../generated/keys';

/** The keys; made and revoked by mutations of their own. */
export const keysResource: Resource = {
  list: ApiKeysDocument,
  variables: ({ first, offset, filter }) => ({ first, offset, filter }),
};
