import { readCsv } from '../csv';
import { cleanText } from '../import-field';
import { parseMovieTitle } from '../movielens';
import { searchName } from '../search';
import type { ImportProblem } from '../title-draft';
import { LONGEST_KEYWORD, MOST_KEYWORDS } from './scene';

/** A title as the file names it, and the keywords of each of its scenes; where they lie in the title the file does not tell. */
export interface KeywordRow {
  readonly row: number;
  /** As titles are searched by: as it is written, and with its article in front. */
  readonly names: readonly string[];
  readonly year: number | null;
  readonly scenes: readonly (readonly string[])[];
}

/** What a file of keywords holds. */
export interface KeywordFile {
  readonly rows: readonly KeywordRow[];
  readonly problems: readonly ImportProblem[];
}

const LIST = /^\[\s*(?:(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*(?:,\s*|(?=\])))*\]$/su;
const WORD = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gsu;

/**
 * Reads what a picture recognition saw in scenes: a CSV with a header of `movie` and any number of columns that begin with `scene`; a movie is a name
 * with its year in brackets, a scene a list as Python writes it (`['car', "grandma's"]`), or nothing. Keywords that stand there twice count
 * once. A row with a fault is told and left out whole.
 */
export function parseSceneKeywords(text: string): KeywordFile {
  const [header, ...lines] = readCsv(text);
  const columns = header?.cells?.map((name) => name.toLowerCase()) ?? [];
  const movie = columns.indexOf('movie');
  const scenes = columns.flatMap((name, at) => (name.startsWith('scene') ? [at] : []));
  if (movie < 0 || scenes.length === 0)
    return {
      rows: [],
      problems: [{ row: header?.line ?? 1, field: 'header', message: 'The header lacks movie, or a column that begins with scene.' }],
    };
  const rows: KeywordRow[] = [];
  const problems: ImportProblem[] = [];
  for (const { line, cells } of lines) {
    const faults: ImportProblem[] = [];
    const fault = (field: string, message: string) => void faults.push({ row: line, field, message });
    if (cells === null) fault('row', 'This line is not CSV.');
    const full = cleanText(cells?.[movie] ?? '');
    const { name, year } = parseMovieTitle(full);
    const names = [...new Set([searchName(full.replace(/\s*\(\d{4}\)\s*$/, '')), searchName(name)])].filter(Boolean);
    if (cells !== null && names.length === 0) fault('movie', 'The name of the title is missing.');
    const told = scenes.flatMap((at) => {
      const keywords = keywordsOf(cells?.[at] ?? '', (message) => fault(columns[at] ?? 'scene', message));
      return keywords.length > 0 ? [keywords] : [];
    });
    if (faults.length === 0) rows.push({ row: line, names, year, scenes: told });
    problems.push(...faults);
  }
  return { rows, problems };
}

function keywordsOf(cell: string, fault: (message: string) => void): readonly string[] {
  if (cell.trim() === '') return [];
  if (!LIST.test(cell.trim())) {
    fault("The scene is no list: it must look like ['car', 'street'].");
    return [];
  }
  const words = [...cell.matchAll(WORD)].map(([, single, double]) => cleanText((single ?? double ?? '').replace(/\\(.)/gsu, '$1')));
  const keywords = [...new Set(words)].filter((word) => word !== '');
  if (keywords.length > MOST_KEYWORDS) fault(`The scene has ${keywords.length} keywords; at most ${MOST_KEYWORDS} are kept.`);
  if (keywords.some((word) => word.length > LONGEST_KEYWORD)) fault(`A keyword is longer than ${LONGEST_KEYWORD} characters.`);
  return keywords;
}
