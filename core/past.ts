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
  const most = interactions.length;
  const past = { index: new Int32Array(most), weight: new Float64Array(most), preference: new Uint8Array(most) };
  const placeOf = new Map<number, number>();
  for (const interaction of interactions) {
    const row = columns.rowOf.get(interaction.titleId);
    const said = row === undefined ? null : confidence(interaction);
    if (row === undefined || said === null || said.weight <= 0) continue;
    const standIn = columns.listedAs[row] as number;
    const place = placeOf.get(standIn) ?? placeOf.size;
    if (place === placeOf.size) placeOf.set(standIn, place);
    else if (said.weight <= (past.weight[place] as number)) continue;
    past.index[place] = standIn;
    past.weight[place] = said.weight;
    past.preference[place] = said.preference;
  }
  return firstPlaces(past, placeOf.size);
}

/** The part of a past whose rows have 1 in `known`. */
export function knownPast(past: Past, known: Uint8Array): Past {
  const { index, weight, preference } = past;
  const most = index.length;
  const kept = { index: new Int32Array(most), weight: new Float64Array(most), preference: new Uint8Array(most) };
  let count = 0;
  for (let place = 0; place < most; place++) {
    if (known[index[place] as number] !== 1) continue;
    kept.index[count] = index[place] as number;
    kept.weight[count] = weight[place] as number;
    kept.preference[count] = preference[place] as number;
    count++;
  }
  return firstPlaces(kept, count);
}

function firstPlaces({ index, weight, preference }: Past, count: number): Past {
  return { index: index.subarray(0, count), weight: weight.subarray(0, count), preference: preference.subarray(0, count) };
}
