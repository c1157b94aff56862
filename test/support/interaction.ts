import { untouched } from '../../core/fold-event';
import type { Interaction } from '../../core/interaction';

/** A person's past with a title of which nothing is known yet, on the first of May. */
export function anInteraction(given: Partial<Interaction> = {}): Interaction {
  return { ...untouched({ userId: 1, titleId: 1, occurredAt: new Date('2026-05-01T20:00:00Z') }), ...given };
}
