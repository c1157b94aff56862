import { withoutApostrophe } from './csv-text';
import { type FileCell, MOST_CELLS } from './file-row';
import type { OnExisting } from './import';
import { type ColumnMapping, ImportField } from './import-columns';
import { cutYear } from './import-field';
import { FIELD_NAMES } from './import-field-names';
import {
  plain,
  type Read,
  readAvailability,
  readId,
  readIds,
  readKind,
  readList,
  readNumber,
  readProse,
  readSeconds,
  readState,
  readTags,
  readText,
  readUrl,
  readWhole,
  readYear,
} from './import-values';
import { parseMovieTitle } from './movielens';
import { type Credit, CreditRole, type ExternalId, type TitleAttributes, TitleKind } from './title';
import type { ImportDraft } from './title-draft';

/** What is chosen for all rows of an import. */
export interface ImportOptions {
  /** The catalogue of the file's own ids, in lower case. */
  readonly source: string;
  readonly onExisting: OnExisting;
  /** What a title is where its row does not say. */
  readonly kind: TitleKind;
  /** Of a MovieLens folder: whether its ratings become the past of people `movielens:N`. */
  readonly ratings: boolean;
}

/** What is wrong with one column of a row. */
export interface ColumnProblem {
  readonly column: string;
  readonly message: string;
}

/** A row as a title, or what is wrong with it. */
export type DraftedRow = { readonly draft: ImportDraft } | { readonly problems: readonly ColumnProblem[] };

type Draft = { -readonly [Field in keyof ImportDraft]: ImportDraft[Field] };
type Put = (draft: Draft, cell: FileCell, column: ColumnMapping, options: ImportOptions) => string | null;

/**
 * Reads rows by a mapping: what a cell without text would tell stays as the catalogue has it. `placeOf` answers where a column's cell
 * stands in a row. Never throws.
 */
export function rowDrafter(
  mapping: readonly ColumnMapping[],
  options: ImportOptions,
  placeOf: (column: string) => number,
): (cells: readonly FileCell[]) => DraftedRow {
  return (cells) => {
    const draft: Draft = { kind: options.kind, externalIds: [], toldKind: false };
    const problems: ColumnProblem[] = [];
    for (const column of mapping) {
      const place = placeOf(column.column);
      const cell = place < 0 || place >= MOST_CELLS ? '' : unescaped(cells[place] ?? '');
      if (isEmpty(cell) || (LENGTHS.has(column.field) && cell === '0')) continue;
      const expected = PUTS[column.field](draft, cell, column, options);
      if (expected !== null)
        problems.push({ column: column.column, message: `${FIELD_NAMES[column.field]} cannot be read: ${expected} is expected.` });
    }
    const isUnread = problems.some(({ column }) => mapping.some((each) => each.column === column && IDS.has(each.field)));
    problems.push(...missing(draft, { mapping, options, isUnread }));
    return problems.length > 0 ? { problems } : { draft: finished(draft) };
  };
}

interface Told {
  readonly mapping: readonly ColumnMapping[];
  readonly options: ImportOptions;
  /** Whether an id was there and could not be read, which has been said. */
  readonly isUnread: boolean;
}

function missing(draft: Draft, { mapping, options: { kind }, isUnread }: Told): readonly ColumnProblem[] {
  const told = (field: ImportField): string => mapping.find((column) => column.field === field)?.column ?? field.toLowerCase();
  const identifying = mapping.find(({ field }) => IDS.has(field))?.column ?? 'id';
  const lacks: ColumnProblem[] = [];
  if (draft.externalIds.length === 0 && draft.titleId === undefined && !isUnread)
    lacks.push({ column: identifying, message: 'There is no id: a title needs one to be found again by.' });
  const isEpisode = (draft.toldKind ? draft.kind : kind) === TitleKind.EPISODE;
  if (draft.parent !== undefined && !isEpisode) lacks.push({ column: told(ImportField.PARENT), message: 'Only an EPISODE has a show.' });
  return lacks;
}

/** A length of nothing is one that nobody knows. */
const LENGTHS: ReadonlySet<ImportField> = new Set([ImportField.SECONDS, ImportField.MINUTES, ImportField.MILLISECONDS, ImportField.PAGES]);
const IDS: ReadonlySet<ImportField> = new Set([
  ImportField.ID,
  ImportField.EXTERNAL_ID,
  ImportField.EXTERNAL_IDS,
  ImportField.KINOGRAPH_ID,
]);

/** Ids once each; credits in the order in which they were told. */
function finished(draft: Draft): ImportDraft {
  const ids = new Map(draft.externalIds.map((id) => [`${id.source}:${id.value}`, id]));
  return { ...draft, externalIds: [...ids.values()] };
}

const isEmpty = (cell: FileCell): boolean =>
  typeof cell === 'string' ? cell.trim() === '' || /^\\N$|^n\/?a$|^null$/i.test(cell.trim()) : cell.length === 0;
const unescaped = (cell: FileCell): FileCell => (typeof cell === 'string' ? withoutApostrophe(cell) : cell);

/** A putter that reads a cell and, where it could, changes the draft. */
function put<Value>(
  readCell: (cell: FileCell, options: ImportOptions, column: ColumnMapping) => Read<Value>,
  change: (draft: Draft, value: Value) => void,
): Put {
  return (draft, cell, column, options) => {
    const value = readCell(cell, options, column);
    if ('expected' in value) return value.expected;
    change(draft, value.value);
    return null;
  };
}

const add = (draft: Draft, ...ids: readonly ExternalId[]): void => {
  draft.externalIds = [...draft.externalIds, ...ids];
};
const attribute = (draft: Draft, given: TitleAttributes): void => {
  draft.attributes = { ...draft.attributes, ...given };
};
const people = (role: CreditRole): Put =>
  put(
    (cell) => readList(cell, { most: 500, longest: 200 }),
    (draft, names) => {
      const known = (draft.credits ?? []).filter((credit) => credit.role === role).length;
      const credits: readonly Credit[] = names.map((name, index) => ({ role, name, character: null, position: known + index }));
      draft.credits = [...(draft.credits ?? []), ...credits];
    },
  );

const length = (unitSeconds: number): Put =>
  put(
    (cell) => readSeconds(cell, unitSeconds),
    (draft, seconds) => {
      draft.seconds = seconds;
    },
  );

const simple = <Field extends keyof Draft>(field: Field, readCell: (cell: FileCell) => Read<NonNullable<Draft[Field]>>): Put =>
  put(readCell, (draft, value) => {
    draft[field] = value;
  });

const parent = (cell: FileCell, { source }: ImportOptions): Read<ExternalId> => {
  const text = plain(cell);
  const [, named, value] = /^([a-z][a-z0-9-]{0,31}):(.+)$/.exec(text) ?? [];
  if (named !== undefined && value !== undefined) return readId(value, named);
  return readId(text, /^tt\d{7,9}$/.test(text) ? 'imdb' : source);
};

const PUTS: Readonly<Record<ImportField, Put>> = {
  [ImportField.ID]: put((cell, { source }) => readId(cell, source), add),
  [ImportField.EXTERNAL_ID]: put((cell, { source }, column) => readId(cell, column.source ?? source), add),
  [ImportField.EXTERNAL_IDS]: put(readIds, (draft, ids) => add(draft, ...ids)),
  [ImportField.KINOGRAPH_ID]: simple('titleId', (cell) => readWhole(cell, 1, Number.MAX_SAFE_INTEGER)),
  [ImportField.KIND]: put(readKind, (draft, kind) => {
    draft.kind = kind;
    draft.toldKind = true;
  }),
  [ImportField.NAME]: simple('name', (cell) => readText(cell, 500)),
  [ImportField.NAME_AND_YEAR]: put(
    (cell) => readText(cell, 500),
    (draft, text) => {
      const { year, name, otherNames } = parseMovieTitle(text);
      draft.name = name || cutYear(text).name;
      if (year !== null) draft.year = year;
      if (otherNames.length > 0) draft.description ??= `Also known as ${otherNames.join(' and ')}.`;
    },
  ),
  [ImportField.ALIASES]: put(
    (cell) => readList(cell, { most: 100, longest: 500, onlyBars: true }),
    (draft, names) => {
      draft.aliases = [...new Set([...(draft.aliases ?? []), ...names])];
    },
  ),
  [ImportField.YEAR]: simple('year', (cell) => readYear(cell)),
  [ImportField.DESCRIPTION]: simple('description', (cell) => readProse(cell, 10_000)),
  [ImportField.GENRES]: put(
    (cell) => (plain(cell) === '(no genres listed)' ? { value: [] } : readList(cell, { most: 50, longest: 100 })),
    (draft, genres) => {
      draft.genres = [...new Set([...(draft.genres ?? []), ...genres])];
    },
  ),
  [ImportField.TAGS]: put(readTags, (draft, tags) => {
    draft.tags = [...new Map([...(draft.tags ?? []), ...tags].map((tag) => [tag.tag, tag])).values()];
  }),
  [ImportField.CATEGORY]: simple('category', (cell) => readText(cell, 100)),
  [ImportField.CERTIFICATE]: simple('certificate', (cell) => readText(cell, 20)),
  [ImportField.SECONDS]: length(1),
  [ImportField.MINUTES]: length(60),
  [ImportField.MILLISECONDS]: length(0.001),
  [ImportField.PAGES]: simple('pages', (cell) => readWhole(cell, 1, 100_000)),
  [ImportField.PARENT]: put(parent, (draft, id) => {
    draft.parent = id;
  }),
  [ImportField.SEASON]: simple('season', (cell) => readWhole(cell, 0, 10_000)),
  [ImportField.NUMBER]: simple('number', (cell) => readWhole(cell, 0, 100_000)),
  [ImportField.MEDIA_URL]: simple('mediaUrl', readUrl),
  [ImportField.POSTER_URL]: simple('posterSource', readUrl),
  [ImportField.AVAILABILITY]: simple('availability', readAvailability),
  [ImportField.STATE]: simple('state', readState),
  [ImportField.RATING]: put(
    (cell) => readNumber(cell, 0, 5),
    (draft, rating) => attribute(draft, { rating }),
  ),
  [ImportField.RATING_OF_TEN]: put(
    (cell) => readNumber(cell, 0, 10),
    (draft, rating) => attribute(draft, { rating: rating / 2 }),
  ),
  [ImportField.RATING_COUNT]: put(
    (cell) => readWhole(cell, 0, 2_000_000_000),
    (draft, ratingCount) => attribute(draft, { ratingCount }),
  ),
  [ImportField.POPULARITY]: put(
    (cell) => readNumber(cell, 0, 1_000_000),
    (draft, popularity) => attribute(draft, { popularity }),
  ),
  [ImportField.LANGUAGE]: put(
    (cell) => readText(cell, 50),
    (draft, language) => attribute(draft, { language }),
  ),
  [ImportField.ALBUM]: put(
    (cell) => readText(cell, 500),
    (draft, album) => attribute(draft, { album }),
  ),
  [ImportField.DIRECTORS]: people(CreditRole.DIRECTOR),
  [ImportField.ACTORS]: people(CreditRole.ACTOR),
  [ImportField.CREATORS]: people(CreditRole.CREATOR),
  [ImportField.AUTHORS]: people(CreditRole.AUTHOR),
  [ImportField.ARTISTS]: people(CreditRole.ARTIST),
};
