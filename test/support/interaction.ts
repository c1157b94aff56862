import type { Interaction } from '../../core/interaction';

/** A person's past with a title of which nothing is known yet, on the first of May. */
export function anInteraction(given: Partial<Interaction> = {}): Interaction {
  const at = new Date('2026-05-01T20:00:00Z');
  return {
    userId: 1,
    titleId: 1,
    covered: [],
    mediaSeconds: null,
    secondsPlayed: 0,
    plays: 0,
    lastPlayId: null,
    clicks: 0,
    completions: 0,
    rating: null,
    ratedAt: null,
    opinion: null,
    opinionAt: null,
    classicScore: 0,
    firstAt: at,
    lastAt: at,
    ...given,
  };
}
