import { searchName } from '../search';
import { numberOf } from './marker';

const ARTICLES: ReadonlySet<string> = new Set(
  'the a an le la les l un une der die das ein eine el los las una il lo gli o os as um uma de het een'.split(' '),
);
const ANDS: ReadonlySet<string> = new Set(['and', 'et', 'und', 'y', 'e', 'en', 'i', 'ja', 've']);
const NUMERALS = ['', '', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** A name and the year that stands behind it: "Heat (1995)". */
export function splitYear(name: string): { readonly name: string; readonly year: number | null } {
  const [, bare, year] = /^(.+?)\s*\((\d{4})\)$/.exec(name) ?? [];
  return bare === undefined ? { name, year: null } : { name: bare, year: Number(year) };
}

/**
 * The ways in which a catalogue may write this name, as `searchName` sees them, its own first: without or with an article, the article
 * last ("Matrix, The"), "&" and "and", roman numerals and figures.
 */
export function keysOf(name: string): readonly string[] {
  const { name: bare } = splitYear(name);
  const own = searchName(bare);
  if (own === '') return [];
  const spelled = bare.includes('&') ? [own, searchName(bare.replaceAll('&', ' and '))] : [own, withoutAnds(own)];
  const counted = spelled.flatMap((key) => [key, withNumerals(key), withFigures(key)]);
  return [...new Set(counted.flatMap(withArticles))].filter((key) => key !== '');
}

function withArticles(key: string): readonly string[] {
  const words = key.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > 1 && ARTICLES.has(first)) {
    const rest = words.slice(1).join(' ');
    return [key, `${rest} ${first}`, rest];
  }
  if (words.length > 1 && ARTICLES.has(last)) return [key, `${last} ${words.slice(0, -1).join(' ')}`];
  return [key, `the ${key}`, `${key} the`];
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
