import {
  columnsAt,
  type GenomeProblem,
  type GenomeProblems,
  type GenomeRow,
  type GenomeTags,
  movieLensId,
  odd,
  relevanceOf,
} from './genome';
import type { Steps } from './steps';

/** A film that does not have all tags. */
export interface IncompleteFilm {
  readonly movieId: number;
  /** How many it has. */
  readonly tags: number;
}

/** What the scores of a genome say. */
export interface GenomeScores {
  /** Films that somebody asked for and that have every tag, in the order of the file. */
  readonly complete: readonly GenomeRow[];
  /** Of all films of the file. */
  readonly incomplete: readonly IncompleteFilm[];
  /** Films that nobody asked for. */
  readonly unknown: number;
  readonly rows: number;
}

interface Film {
  /** Null for one that nobody asked for: its tags are counted and not kept. */
  readonly relevances: Uint8Array | null;
  /** A bit a tag: those that have come. */
  readonly come: Uint8Array;
  tags: number;
}

const LONGEST_LINE = 1_000;
const LINES_A_STEP = 5_000;
const MOST_FILMS = 200_000;
const COLUMNS = ['movieId', 'tagId', 'relevance'];

/**
 * Reads `genome-scores.csv` of MovieLens: `movieId,tagId,relevance`, a row a pair, 15 million of them, in any order of rows and columns. A bad row is
 * taken down and left out, by which its film becomes incomplete; the first of two rows of one pair stays. `wanted` says whose bytes to keep.
 * Throws BAD_INPUT for a file of another shape or with more than 200,000 films.
 */
export function genomeScoresReader(
  { names, placeOf }: GenomeTags,
  { wanted, problems }: { readonly wanted: (movieId: number) => boolean; readonly problems: GenomeProblems },
): { push(text: string): Steps<void>; end(): Steps<GenomeScores> } {
  const films = new Map<number, Film>();
  let places: readonly number[] | null = null;
  let rest = '';
  let line = 0;
  let rows = 0;
  let skipping = false;
  let last: { readonly movieId: number; readonly film: Film } | null = null;

  function* push(text: string): Steps<void> {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const [at, each] of lines.entries()) {
      if (at % LINES_A_STEP === 0) yield;
      line += 1;
      if (!skipping) takeLine(each);
      skipping = false;
    }
    if (rest.length <= LONGEST_LINE) return;
    if (!skipping) problem(line + 1, 'row', `A row has at most ${LONGEST_LINE} characters.`);
    skipping = true;
    rest = '';
  }

  function takeLine(text: string): void {
    const cells = text.split(',').map(bare);
    if (cells.length === 1 && cells[0] === '') return;
    if (places === null) {
      places = columnsAt(cells, COLUMNS, 'genome-scores.csv');
      return;
    }
    rows += 1;
    const [movie = '', tag = '', told = ''] = places.map((place) => cells[place] ?? '');
    const [movieId, place, relevance] = [movieLensId(movie), placeOf.get(movieLensId(tag) ?? -1), relevanceOf(told)];
    if (cells.length !== COLUMNS.length) problem(line, 'row', `The row has ${cells.length} cells, not ${COLUMNS.length}.`);
    else if (movieId === null) problem(line, 'movieId', 'movieId is no whole number.');
    else if (place === undefined) problem(line, 'tagId', 'tagId is none of the tags.');
    else if (relevance === null) problem(line, 'relevance', 'relevance is no number of 0 to 1.');
    else keep(movieId, place, relevance);
  }

  function keep(movieId: number, place: number, relevance: number): void {
    const film = last?.movieId === movieId ? last.film : filmOf(movieId);
    last = { movieId, film };
    const [byte, bit] = [place >> 3, 1 << (place & 7)];
    if (((film.come[byte] as number) & bit) !== 0) {
      problem(line, 'tagId', 'The film has this tag already.');
      return;
    }
    film.come[byte] = (film.come[byte] as number) | bit;
    film.tags += 1;
    if (film.relevances !== null) film.relevances[place] = relevance;
  }

  function filmOf(movieId: number): Film {
    const known = films.get(movieId);
    if (known !== undefined) return known;
    if (films.size === MOST_FILMS) throw odd(`The file has more than ${MOST_FILMS} films.`, 'genome-scores.csv of MovieLens');
    const relevances = wanted(movieId) ? new Uint8Array(names.length) : null;
    const film = { relevances, come: new Uint8Array(Math.ceil(names.length / 8)), tags: 0 };
    films.set(movieId, film);
    return film;
  }

  function problem(row: number, field: GenomeProblem['field'], message: string): void {
    problems.add({ file: 'scores', row, field, message });
  }

  return {
    push,
    *end() {
      yield* push('\n');
      if (places === null) throw odd('The scores are empty.', `genome-scores.csv of MovieLens: ${COLUMNS.join(',')}`);
      const whole = [...films].map(([movieId, film]) => ({ movieId, ...film }));
      const isWhole = ({ tags }: { readonly tags: number }): boolean => tags === names.length;
      return {
        complete: whole.flatMap(({ movieId, relevances, tags }) =>
          relevances !== null && isWhole({ tags }) ? [{ movieId, relevances }] : [],
        ),
        incomplete: whole.filter((film) => !isWhole(film)).map(({ movieId, tags }) => ({ movieId, tags })),
        unknown: whole.filter(({ relevances }) => relevances === null).length,
        rows,
      };
    },
  };
}

const PLAIN = /^[0-9.]+$/;

/** A cell without the blanks, the quotes and the byte order mark that may stand around it. */
function bare(cell: string): string {
  // Of 15 million rows nearly all cells are plain.
  if (PLAIN.test(cell)) return cell;
  const text = cell.replace(/^\ufeff/, '').trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
