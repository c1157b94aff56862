import { type Place, prefixesOf, RowFate } from './place';
import { readingsOf } from './title-string';

/** So many different endings, and strings that nothing is known of belong together. */
const REPEATED = 3;

/**
 * The name by which each string is grouped: its show where a word for a season says so, or where another string led to the same title by
 * that name; of strings that are not sure the longest beginning that repeats, unless it begins several titles; else the whole string.
 */
export function namesOf(places: ReadonlyMap<string, Place>): ReadonlyMap<string, string> {
  const { repeats, seasons } = prefixesOf([...places.keys()]);
  const sharing = new Map<string, Map<number, number>>();
  for (const [text, { fate, titleId }] of places) {
    if (fate !== RowFate.SURE || titleId === null) continue;
    for (const name of showsIn(text)) {
      const titles = sharing.get(name) ?? new Map<number, number>();
      sharing.set(name, titles.set(titleId, (titles.get(titleId) ?? 0) + 1));
    }
  }
  const nameOf = (text: string, { fate, titleId }: Place): string => {
    const readings = readingsOf(text);
    const [likeliest] = readings;
    if (likeliest?.by === 'season') return likeliest.name;
    const fits = (name: string): boolean => {
      const titles = sharing.get(name);
      if (fate === RowFate.SURE && titleId !== null) return (titles?.get(titleId) ?? 0) > 1;
      return (titles?.size ?? 0) <= 1 && (seasons.has(name) || (repeats.get(name) ?? 0) >= REPEATED);
    };
    return showsIn(text).find(fits) ?? readings.find(({ by }) => by === 'whole')?.name ?? text;
  };
  return new Map([...places].map(([text, place]) => [text, nameOf(text, place)]));
}

/** The names under which a string may be corrected, the most telling first. */
export function correctableNames(text: string, name: string, { fate }: Pick<Place, 'fate'>): readonly string[] {
  const shows = fate === RowFate.SURE ? [] : showsIn(text);
  return [...new Set([text, name, ...shows])];
}

/** What may be a show in a string, the longest name first. */
function showsIn(text: string): readonly string[] {
  return readingsOf(text)
    .flatMap(({ name, by }) => (by === 'whole' ? [] : name))
    .sort((a, b) => b.length - a.length);
}
