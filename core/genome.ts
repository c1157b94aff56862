import { relevanceByte } from './blend/tag-vectors';
import { csvReader } from './csv-reader';
import { AppError, ErrorCode } from './errors';
import { MOST_TAGS } from './kernel/tags';
import { type ProblemList, problemList } from './problem-list';
import { isText } from './text';

/** Something wrong with a row of one of the two files of a genome. */
export interface GenomeProblem {
  readonly file: 'tags' | 'scores';
  /** The line of the file, from 1: the first behind the header is 2. */
  readonly row: number;
  /** The column, or `row` where that is not to be told. */
  readonly field: string;
  readonly message: string;
}

const MOST_TOLD = 100;

/** What is wrong with rows, the first hundred word by word. */
export type GenomeProblems = ProblemList<GenomeProblem>;

/** A list that takes problems down. */
export function genomeProblems(): GenomeProblems {
  return problemList(MOST_TOLD);
}

/** The tags of a genome by the ids that its files give them, in the order of those ids. */
export interface GenomeTags {
  readonly names: readonly string[];
  /** The place in `names` of each id. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/** How relevant each tag is to a film: a byte a tag, in the order of the tags. */
export interface GenomeRow {
  readonly movieId: number;
  readonly relevances: Uint8Array;
}

const LONGEST_TAG = 200;
const MOST_BAD = 1_000;
const ID = /^[0-9]{1,9}$/;

/**
 * Reads `genome-tags.csv` of MovieLens: `tagId,tag`, in any order of the columns. A bad row is taken down and left out; the first of two tags
 * with one id stays. Throws BAD_INPUT for a file of another shape, without tags, or with more than a title can have.
 */
export function genomeTagsReader(problems: GenomeProblems): { push(text: string): void; end(): GenomeTags } {
  const reader = csvReader({ delimiter: ',', quote: '"', newline: '\n', header: true });
  const found = new Map<number, string>();
  let bad = 0;

  function take(rows: ReturnType<typeof reader.push>): void {
    if (rows.length === 0) return;
    const [idAt = 0, tagAt = 0] = columnsAt(reader.columns, ['tagId', 'tag'], 'genome-tags.csv');
    for (const { line, cells, fault } of rows) {
      const problem = fault === null ? keep(String(cells[idAt] ?? ''), String(cells[tagAt] ?? '')) : { field: 'row', message: fault };
      if (problem === null) continue;
      problems.add({ file: 'tags', row: line, ...problem });
      bad += 1;
      if (bad > MOST_BAD) throw odd(`More than ${MOST_BAD} rows of the tags cannot be read.`, 'genome-tags.csv of MovieLens');
    }
  }

  function keep(id: string, tag: string): Pick<GenomeProblem, 'field' | 'message'> | null {
    if (!ID.test(id)) return { field: 'tagId', message: 'tagId is no whole number.' };
    if (!isText(tag, LONGEST_TAG, 1)) return { field: 'tag', message: `A tag has 1 to ${LONGEST_TAG} characters.` };
    if (found.has(Number(id))) return { field: 'tagId', message: `tagId ${id} stands there twice.` };
    found.set(Number(id), tag);
    if (found.size > MOST_TAGS) throw odd('There are too many tags.', `at most ${MOST_TAGS}`);
    return null;
  }

  return {
    push: (text) => take(reader.push(text)),
    end() {
      take(reader.end());
      if (found.size === 0) throw odd('There are no tags in the file.', 'genome-tags.csv of MovieLens: tagId,tag');
      const ids = [...found.keys()].sort((a, b) => a - b);
      return { names: ids.map((id) => found.get(id) ?? ''), placeOf: new Map(ids.map((id, place) => [id, place])) };
    },
  };
}

/** Where these columns stand, by their names without regard to case. Throws BAD_INPUT where one is missing. */
export function columnsAt(columns: readonly string[], wanted: readonly string[], file: string): readonly number[] {
  const lower = columns.map((column) => column.trim().toLowerCase());
  const places = wanted.map((name) => lower.indexOf(name.toLowerCase()));
  const missing = wanted.find((_, index) => (places[index] as number) < 0);
  if (missing !== undefined) throw odd(`The file has no column ${missing}.`, `${file} of MovieLens: ${wanted.join(',')}`);
  return places;
}

/** A file that is no part of a genome. */
export function odd(message: string, expected: string): AppError {
  return new AppError(ErrorCode.BAD_INPUT, `${message} Expected: ${expected}.`, { expected });
}

/** A relevance of 0 to 1 as a byte; null for any other text. */
export function relevanceOf(text: string): number | null {
  if (!/^[0-9]*\.?[0-9]+(e-?[0-9]+)?$/i.test(text)) return null;
  const value = Number(text);
  return value >= 0 && value <= 1 ? relevanceByte(value) : null;
}

/** An id of MovieLens; null for any other text. */
export function movieLensId(text: string): number | null {
  return ID.test(text) ? Number(text) : null;
}
