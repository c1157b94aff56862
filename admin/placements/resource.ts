import type { Resource } from '../api/resource';
import { PlacementsDocument } from '../generated/placements';

/** The places of front ends, each known by its name. */
export const placementsResource: Resource = { list: PlacementsDocument, variables: () => ({}), idOf: ({ name }) => String(name) };
