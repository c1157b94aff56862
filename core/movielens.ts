import { cutYear } from './import-field';

const ARTICLE = /^(.+), (The|A|An|Le|La|Les|L'|Il|Lo|I|Gli|El|Los|Las|Der|Die|Das|Den|Det|De|Un|Une|Una|O|Os|As)$/su;
const OTHER_NAME = /^(.+?)\s+\(([^()]*)\)$/su;

/**
 * A MovieLens title: `Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)` is "Amelie" of 2001, also known as "Le Fabuleux destin
 * d'Amélie Poulain". The article goes to the front; what stands in brackets before the year is another name, "a.k.a." or not.
 */
export function parseMovieTitle(text: string): {
  readonly name: string;
  readonly year: number | null;
  readonly otherNames: readonly string[];
} {
  const { name: full, year } = cutYear(text);
  const otherNames: string[] = [];
  let name = full;
  for (let match = OTHER_NAME.exec(name); match; match = OTHER_NAME.exec(name)) {
    name = match[1] ?? '';
    otherNames.unshift(articleFirst((match[2] ?? '').replace(/^a\.?k\.?a\.?\s+/i, '')));
  }
  return { name: articleFirst(name), year, otherNames: otherNames.filter((other) => other !== '') };
}

function articleFirst(name: string): string {
  const match = ARTICLE.exec(name);
  if (!match) return name;
  const [, rest = '', article = ''] = match;
  return article.endsWith("'") ? article + rest : `${article} ${rest}`;
}
