import { CHART_COLOURS } from '../../client/look/tokens';
import type { InspectorListFragment } from '../generated/inspector';
import { type Part, partName } from './words';

/** What a colour of the bars stands for. */
export interface Meaning {
  readonly name: string;
  readonly colour: string;
}

/** Colours of parts, the same in every bar of the page. */
export interface Colours {
  readonly legend: readonly Meaning[];
  colourOf(part: Part): string;
}

const [GENRES, POPULARITY, ...OF_TITLES] = [CHART_COLOURS[5], CHART_COLOURS[6], ...CHART_COLOURS.slice(0, 5)] as const;
/** Titles of the past that have no colour of their own. */
const OTHERS = '#8a8378';

/** Gives the titles of the past that add most over all places a colour each; genres and popularity have theirs. */
export function coloursOf(lists: readonly InspectorListFragment[]): Colours {
  const added = new Map<string, { readonly name: string; sum: number }>();
  const kinds = new Set<string>();
  for (const part of lists.flatMap(({ items }) => items.flatMap(({ parts }) => parts))) {
    kinds.add(part.kind === 'PAST_TITLE' && part.title === null ? 'OTHERS' : part.kind);
    if (!part.title) continue;
    const known = added.get(part.title.id) ?? { name: part.title.name, sum: 0 };
    known.sum += Math.abs(part.value);
    added.set(part.title.id, known);
  }
  const strongest = [...added].sort(([, a], [, b]) => b.sum - a.sum);
  const ofTitle = new Map(strongest.slice(0, OF_TITLES.length).map(([id], at) => [id, OF_TITLES[at] as string]));
  const named = [...ofTitle].map(([id, colour]) => ({ name: added.get(id)?.name ?? '', colour }));
  const rest: (Meaning | false)[] = [
    (strongest.length > ofTitle.size || kinds.has('OTHERS')) && { name: 'Other titles of the past', colour: OTHERS },
    (kinds.has('TOLD_GENRES') || kinds.has('LIKED_GENRE')) && { name: 'Genres they like', colour: GENRES },
    kinds.has('POPULARITY') && { name: 'Popularity', colour: POPULARITY },
  ];
  return {
    legend: [...named, ...rest.filter((meaning) => meaning !== false)],
    colourOf(part) {
      if (part.kind === 'POPULARITY') return POPULARITY;
      if (part.kind !== 'PAST_TITLE') return GENRES;
      return ofTitle.get(part.title?.id ?? '') ?? OTHERS;
    },
  };
}

/** The parts of a bar in words, for whoever cannot see it. */
export function barText(parts: readonly Part[], said: (value: number) => string): string {
  return parts.length === 0 ? 'Nothing is added up for it.' : parts.map((part) => `${partName(part)} ${said(part.value)}`).join(', ');
}
