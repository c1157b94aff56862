import { CHART_COLOURS } from '../../client/look/tokens';
import { wordsOf } from '../parts/state-chip';

export type ColourBy = 'genre' | 'kind';

interface Coloured {
  readonly kind: string;
  readonly genres: readonly string[];
}

/** What each colour means, the most frequent first, and the colour of a title; what has none of its own is null. */
export interface Legend {
  readonly entries: readonly { readonly label: string; readonly colour: string }[];
  colourOf(title: Coloured): string | null;
}

/** Gives colours to the genres or kinds that are most frequent; a title with several genres has that of the rarest, which says most. */
export function legendOf(titles: readonly Coloured[], by: ColourBy): Legend {
  const groups = (title: Coloured): readonly string[] => (by === 'kind' ? [title.kind] : title.genres);
  const counts = new Map<string, number>();
  for (const group of titles.flatMap(groups)) counts.set(group, (counts.get(group) ?? 0) + 1);
  const most = [...counts].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)).slice(0, CHART_COLOURS.length);
  const colours = new Map(most.map(([group], at) => [group, CHART_COLOURS[at] ?? '']));
  return {
    entries: most.map(([group]) => ({ label: by === 'kind' ? wordsOf(group) : group, colour: colours.get(group) ?? '' })),
    colourOf(title) {
      const known = groups(title).filter((group) => colours.has(group));
      const [rarest] = known.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      return rarest === undefined ? null : (colours.get(rarest) ?? null);
    },
  };
}
