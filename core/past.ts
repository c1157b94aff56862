import type { Columns } from './columns';
import type { Confidence } from './confidence';
import type { Past } from './fold-in';
import type { InteractionFacts } from './interaction';

/**
 * A person's past by catalogue row: an episode speaks for its show, a merged title for the one that stands for it, and where
 * several speak for one row the surest is heard. `confidence` answers null for an interaction that says nothing.
 */
export function pastOf(
  columns: Columns,
  interactions: readonly InteractionFacts[],
  confidence: (interaction: InteractionFacts) => Confidence | null,
): Past {
  const heard = new Map<number, Confidence>();
  for (const interaction of interactions) {
    const row = columns.rowOf.get(interaction.titleId);
    const said = row === undefined ? null : confidence(interaction);
    if (row === undefined || said === null || said.weight <= 0) continue;
    const standIn = columns.listedAs[row] as number;
    const before = heard.get(standIn);
    if (before === undefined || said.weight > before.weight) heard.set(standIn, said);
  }
  const said = [...heard.values()];
  return {
    index: Int32Array.from(heard.keys()),
    weight: Float64Array.from(said, ({ weight }) => weight),
    preference: Uint8Array.from(said, ({ preference }) => preference),
  };
}

/** The part of a past whose rows have 1 in `known`. */
export function knownPast(past: Past, known: Uint8Array): Past {
  const keeps = (place: number): boolean => known[past.index[place] as number] === 1;
  return {
    index: past.index.filter((_, place) => keeps(place)),
    weight: past.weight.filter((_, place) => keeps(place)),
    preference: past.preference.filter((_, place) => keeps(place)),
  };
}
