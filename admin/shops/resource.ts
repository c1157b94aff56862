import type { Resource } from '../api/resource';
import { ShopDocument, ShopsDocument } from '../generated/shops';

/** Who sells what the catalogue knows; a shop's own operator has theirs only. */
export const shopsResource: Resource = { list: ShopsDocument, one: ShopDocument };
