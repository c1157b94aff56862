import type { Resource } from '../api/resource';
import { MoodsDocument } from '../generated/moods';

/** What lists can be asked by, each known by its id. */
export const moodsResource: Resource = { list: MoodsDocument, variables: () => ({}) };
