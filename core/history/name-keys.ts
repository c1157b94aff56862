import { searchName } from '../search';
import { numberOf } from './marker';

const ARTICLES: ReadonlySet<string> = new Set(
  'the a an le la les l un une der die das ein eine el los las una il lo gli o os as um uma de het een'.split(' '),
);
const ANDS: ReadonlySet<string> = new Set(['and', 'et', 'und', 'y', 'e', 'en', 'i', 'ja', 've']);
const NUMERALS = ['', '', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** A way in which a catalogue may write a name, and how far it is then the same name, 0 to 1. */
export interface NameKey {
  readonly key: string;
  readonly score: number;
}

const AS_WRITTEN = 1;
/** The same words otherwise written. */
const REWRITTEN = 0.95;
/** With an article more or less: "Room" is not "The Room". */
const ARTICLE_APART = 0.85;

/** A name and the year that stands behind it: "Heat (1995)". */
export function splitYear(name: string): { readonly name: string; readonly year: number | null } {
  const [, bare, year] = /^(.+?)\s*\((\d{4})\)$/.exec(name) ?? [];
  return bare === undefined ? { name, year: null } : { name: bare, year: Number(year) };
}

/**
 * The ways in which a catalogue may write this name, as `searchName` sees them, its own first: the article last ("Matrix, The") or first,
 * "&" and "and", roman numerals and figures, the year behind it; and, as another name perhaps, without or with an article.
 */
export function nameKeysOf(name: string): readonly NameKey[] {
  const { name: bare, year } = splitYear(name);
  const own = searchName(bare);
  if (own === '') return [];
  const spelled = bare.includes('&') ? [own, searchName(bare.replaceAll('&', ' and '))] : [own, withoutAnds(own)];
  const counted = [...new Set(spelled.flatMap((key) => [key, withNumerals(key), withFigures(key)]))];
  const isTurned = /, ?\p{L}+$/u.test(bare);
  const dated = year === null ? [] : [`${own} ${year}`];
  const scores = new Map<string, number>([[own, AS_WRITTEN]]);
  const add = (keys: readonly string[], score: number): void => {
    for (const key of keys) if (!scores.has(key)) scores.set(key, score);
  };
  add([...counted, ...counted.flatMap((key) => withArticleMoved(key, isTurned)), ...dated], REWRITTEN);
  add(
    counted.flatMap((key) => withArticleApart(key, isTurned)),
    ARTICLE_APART,
  );
  return [...scores].map(([key, score]) => ({ key, score }));
}

/** The keys alone, the likeliest first. */
export function keysOf(name: string): readonly string[] {
  return nameKeysOf(name).map(({ key }) => key);
}

/** `isTurned`: the last word stands behind a comma, and is no article otherwise ("Transformers: A"). */
function withArticleMoved(key: string, isTurned: boolean): readonly string[] {
  const words = key.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length === 1) return [];
  return [
    ...(ARTICLES.has(first) ? [`${words.slice(1).join(' ')} ${first}`] : []),
    ...(isTurned && ARTICLES.has(last) ? [`${last} ${words.slice(0, -1).join(' ')}`] : []),
  ];
}

function withArticleApart(key: string, isTurned: boolean): readonly string[] {
  const words = key.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > 1 && ARTICLES.has(first)) return [words.slice(1).join(' ')];
  if (words.length > 1 && isTurned && ARTICLES.has(last)) return [words.slice(0, -1).join(' ')];
  return [`the ${key}`, `${key} the`];
}

function withoutAnds(key: string): string {
  const words = key.split(' ');
  return words.filter((word, index) => index === 0 || index === words.length - 1 || !ANDS.has(word)).join(' ');
}

/** A figure behind a name as a roman numeral: "rocky 2" is "rocky ii". */
function withNumerals(key: string): string {
  return key.replace(/(?<= )([2-9]|10)(?= |$)/g, (figure) => NUMERALS[Number(figure)] ?? figure);
}

function withFigures(key: string): string {
  return key.replace(/(?<= )(ii|iii|iv|vi|vii|viii|ix|v|x)(?= |$)/g, (numeral) => String(numberOf(numeral)));
}
