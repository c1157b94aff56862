import { kinograph } from '../api/kinograph';

/** The place of a list that led to a title: it goes along with what follows, so that a list can be judged by what came of it. */
export interface CameFrom {
  readonly recommendationId: string;
  readonly rank: number;
}

const MOST = 200;
const places = new Map<string, CameFrom>();
const known = new Set<string>();

/** A title was opened, from a place of a list where there was one. */
export function opened(titleId: string, from: CameFrom | null): void {
  known.add(titleId);
  if (from) places.set(titleId, from);
  const [oldest] = places.keys();
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
  kinograph.track({ type: 'CLICK', titleId, ...from });
}

/** A title's player was reached: it counts as opened, unless the card that led here has said so in this visit. */
export function reached(titleId: string, from: CameFrom | null): void {
  if (!known.has(titleId)) opened(titleId, from);
}

/** Another person is here: no list of the one before led them anywhere. */
export function forgetPlaces(): void {
  places.clear();
  known.clear();
}

/** The place that led to a title in this visit. */
export const cameFrom = (titleId: string): CameFrom | null => places.get(titleId) ?? null;
