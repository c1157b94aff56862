import { AppError, badInput } from './errors';
import { isText } from './text';
import { type Availability, type Tag, type Title, TitleKind, TitleState } from './title';
import { checkTitle } from './title-input';

/** What is done to many titles at once; what is left out stays, null empties. */
export interface BulkChange {
  readonly state?: TitleState.LISTED | TitleState.HIDDEN | TitleState.REMOVED;
  readonly addGenres?: readonly string[];
  readonly removeGenres?: readonly string[];
  readonly category?: string | null;
  readonly certificate?: string | null;
  readonly availability?: readonly Availability[] | null;
  /** A tag that a title has already gets this relevance. */
  readonly addTags?: readonly Tag[];
  readonly removeTags?: readonly string[];
}

const MOST_WORDS = 50;

/** The change with its values as a title keeps them. Throws BAD_INPUT on the field at fault, and for a change of nothing. */
export function checkBulk(change: BulkChange): BulkChange {
  const { state, addGenres = [], removeGenres = [], addTags = [], removeTags = [] } = change;
  if (
    Object.values(change).every(
      (value) => value === undefined || (Array.isArray(value) && value.length === 0 && value !== change.availability),
    )
  )
    throw badInput('input.change', 'Nothing is to be changed.', 'at least one field');
  if (state !== undefined && !STATES.has(state))
    throw badInput('input.change.state', `No change makes a title ${state}.`, [...STATES].join(', '));
  for (const [field, words] of Object.entries({ removeGenres, addTags, removeTags }))
    if (words.length > MOST_WORDS) throw badInput(`input.change.${field}`, `There are ${words.length}.`, `at most ${MOST_WORDS}`);
  for (const [field, words] of Object.entries({ removeGenres, removeTags }))
    if (!words.every((word) => isText(word, Number.POSITIVE_INFINITY)))
      throw badInput(`input.change.${field}`, 'No title has a word like that.', 'text that can be kept, without NUL');
  const title = checked({
    genres: addGenres,
    category: change.category,
    certificate: change.certificate,
    availability: change.availability,
    tags: addTags,
  });
  return change.availability === undefined ? change : { ...change, availability: title.availability };
}

/** The fields of a title that a change changes, as they become; none where the title is so already. `tags` are those it has now. */
export function bulkFields(title: Title, tags: readonly Tag[], change: BulkChange): Readonly<Record<string, unknown>> {
  const { addGenres, removeGenres, addTags, removeTags, ...plain } = change;
  const wanted: Record<string, unknown> = Object.fromEntries(
    Object.entries(plain)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, field === 'availability' ? (value ?? []) : value]),
  );
  if (addGenres || removeGenres) wanted.genres = without(title.genres, removeGenres, addGenres);
  if (addTags || removeTags) wanted.tags = retagged(tags, addTags ?? [], removeTags ?? []);
  const now: Readonly<Record<string, unknown>> = { ...title, tags };
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(now[field])));
}

const STATES: ReadonlySet<TitleState> = new Set([TitleState.LISTED, TitleState.HIDDEN, TitleState.REMOVED]);

/** What a save of one title would say of these fields, said of the change. */
function checked(input: Omit<Parameters<typeof checkTitle>[0], 'kind' | 'name'>) {
  try {
    return checkTitle({ ...input, kind: TitleKind.MOVIE, name: 'Any' }, null);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const field = (error.field ?? '').replace('input.', '');
    throw badInput(`input.change.${FIELDS[field] ?? field}`, error.message, error.expected ?? '');
  }
}

const FIELDS: Readonly<Record<string, string>> = { genres: 'addGenres', tags: 'addTags' };

function without(words: readonly string[], removed: readonly string[] = [], added: readonly string[] = []): readonly string[] {
  const gone = new Set(removed);
  return [...new Set([...words.filter((word) => !gone.has(word)), ...added])];
}

/** In the order in which they are read, so that nothing seems to change that does not. */
function retagged(tags: readonly Tag[], added: readonly Tag[], removed: readonly string[]): readonly Tag[] {
  const gone = new Set(removed);
  const now = new Map(tags.filter(({ tag }) => !gone.has(tag)).map(({ tag, relevance }) => [tag, relevance]));
  for (const { tag, relevance } of added)
    now.set(tag, Math.fround(relevance) === Math.fround(now.get(tag) ?? -1) ? (now.get(tag) ?? relevance) : relevance);
  const list = [...now].map(([tag, relevance]) => ({ tag, relevance }));
  return added.length === 0 ? list : list.sort((a, b) => b.relevance - a.relevance || (a.tag < b.tag ? -1 : 1));
}
