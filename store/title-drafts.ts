import { searchName } from '../core/search';
import type { TitleDraft } from '../core/title-draft';
import type { Db } from './database';
import { addExternalIds, replaceCredits, writeTags } from './title-facts';
import { resolveTitles } from './titles';

/** What became of a draft; a REFUSED one says why, and nothing of it was written. */
export type WrittenDraft =
  | { readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED'; readonly titleId: number }
  | { readonly outcome: 'REFUSED'; readonly field: string; readonly message: string };

interface Placed {
  readonly draft: TitleDraft;
  readonly titleId: number;
  readonly parentId: number | null;
  readonly isNew: boolean;
}
type Refused = Extract<WrittenDraft, { outcome: 'REFUSED' }>;

/**
 * Creates or updates titles by their external ids, as a set: a fixed number of statements, however many drafts. Nothing is guessed:
 * a draft whose ids lead to two titles, or that shares an id with an earlier draft, is refused. Call it in a transaction.
 */
export async function writeDrafts(db: Db, drafts: readonly TitleDraft[], now: Date): Promise<readonly WrittenDraft[]> {
  const plan = await place(db, drafts);
  const placed = plan.filter((step): step is Placed => !('outcome' in step));
  await insertTitles(db, { placed: placed.filter(({ isNew }) => isNew), now });
  const changed = await updateTitles(db, { placed: placed.filter(({ isNew }) => !isNew), now });
  const facts = <Fact>(of: (draft: TitleDraft) => readonly Fact[] | undefined) =>
    placed.flatMap(({ draft, titleId }) => {
      const given = of(draft);
      return given === undefined ? [] : [{ titleId, facts: given }];
    });
  await addExternalIds(
    db,
    facts((draft) => draft.externalIds),
  );
  await writeTags(
    db,
    facts((draft) => draft.tags),
  );
  await replaceCredits(
    db,
    facts((draft) => draft.credits),
  );
  return plan.map((step) => ('outcome' in step ? step : { outcome: outcomeOf(step, changed), titleId: step.titleId }));
}

function outcomeOf({ isNew, titleId }: Placed, changed: ReadonlySet<number>): 'CREATED' | 'UPDATED' | 'UNCHANGED' {
  if (isNew) return 'CREATED';
  return changed.has(titleId) ? 'UPDATED' : 'UNCHANGED';
}

/** Finds for every draft the title that it is about, or an id for a new one, or why it cannot be written. */
async function place(db: Db, drafts: readonly TitleDraft[]): Promise<readonly (Placed | Refused)[]> {
  const ids = drafts.flatMap((draft) => draft.externalIds);
  const known = await resolveTitles(db, ids);
  const titleOf = new Map(ids.map(({ source, value }, index) => [`${source}:${value}`, known[index] ?? null]));
  const parents = await resolveTitles(
    db,
    drafts.map(({ parent }) => parent ?? { id: 0 }),
  );
  const fresh: { id: number }[] = await db.query(
    `select nextval(pg_get_serial_sequence('titles', 'id')) as id from generate_series(1, $1)`,
    [drafts.length],
  );
  const seen = new Set<string>();
  return drafts.map((draft, index) => {
    const keys = draft.externalIds.map(({ source, value }) => `${source}:${value}`);
    const titles = [...new Set(keys.map((key) => titleOf.get(key) ?? null).filter((id) => id !== null))];
    const repeated = keys.find((key) => seen.has(key));
    const refusal = refusalOf(draft, { keys, titles, repeated, parentId: parents[index] ?? null });
    if (refusal !== null) return refusal;
    for (const key of keys) seen.add(key);
    return { draft, titleId: titles[0] ?? fresh[index]?.id ?? 0, parentId: parents[index] ?? null, isNew: titles.length === 0 };
  });
}

interface Found {
  readonly keys: readonly string[];
  readonly titles: readonly number[];
  readonly repeated: string | undefined;
  readonly parentId: number | null;
}

function refusalOf(draft: TitleDraft, { keys, titles, repeated, parentId }: Found): Refused | null {
  const refused = (field: string, message: string): Refused => ({ outcome: 'REFUSED', field, message });
  if (keys.length === 0) return refused('externalIds', 'A title needs an external id to be found again by.');
  if (repeated) return refused('externalIds', `${repeated} stands in an earlier row already.`);
  if (titles.length > 1)
    return refused(
      'externalIds',
      `${keys.join(' and ')} lead to different titles (${titles.join(', ')}): merge them first if they are one.`,
    );
  if (draft.parent && parentId === null)
    return refused('parent', `No title is known as ${draft.parent.source}:${draft.parent.value}: import the show first.`);
  return null;
}

/** The columns that a draft fills, with their types. */
const TYPES: Readonly<Record<string, string>> = {
  id: 'bigint',
  kind: 'text',
  name: 'text',
  '"searchName"': 'text',
  year: 'integer',
  description: 'text',
  genres: 'text[]',
  category: 'text',
  certificate: 'text',
  seconds: 'integer',
  pages: 'integer',
  attributes: 'jsonb',
  '"posterSource"': 'text',
  '"mediaUrl"': 'text',
  '"parentId"': 'bigint',
  season: 'integer',
  number: 'integer',
};
const NAMES = Object.keys(TYPES);
const RECORD = NAMES.map((name) => `${name} ${TYPES[name]}`).join(', ');
/** What a title has where a draft says nothing. */
const DEFAULTS: Readonly<Record<string, string>> = { genres: `coalesce(genres, '{}')`, attributes: `coalesce(attributes, '{}')` };

const rowsOf = (placed: readonly Placed[]): string =>
  JSON.stringify(
    placed.map(({ draft: { externalIds, tags: _, credits: __, ...facts }, titleId, parentId, isNew }) => {
      const name = facts.name ?? (isNew ? externalIds[0]?.value : undefined);
      return { ...facts, id: titleId, parentId, name, searchName: name === undefined ? undefined : searchName(name) };
    }),
  );

async function insertTitles(db: Db, { placed, now }: { placed: readonly Placed[]; now: Date }): Promise<void> {
  if (placed.length === 0) return;
  await db.query(
    `insert into titles (${NAMES.join(', ')}, "createdAt", "updatedAt")
     select ${NAMES.map((name) => DEFAULTS[name] ?? name).join(', ')}, $2, $2 from jsonb_to_recordset($1) as added(${RECORD})`,
    [rowsOf(placed), now],
  );
}

/** What a draft may change of a title that is there: its kind stays, its attributes are joined with the new ones. */
const CHANGING = NAMES.filter((name) => !['id', 'kind', 'attributes'].includes(name));

async function updateTitles(db: Db, { placed, now }: { placed: readonly Placed[]; now: Date }): Promise<ReadonlySet<number>> {
  if (placed.length === 0) return new Set();
  const merged = CHANGING.map((name) => `coalesce(given.${name}, titles.${name})`).concat(
    `titles.attributes || coalesce(given.attributes, '{}')`,
  );
  const names = [...CHANGING, 'attributes'];
  const [rows]: [{ id: number }[], number] = await db.query(
    `update titles set (${names.join(', ')}) = (select ${merged.join(', ')}), version = titles.version + 1, "updatedAt" = $2
     from jsonb_to_recordset($1) as given(${RECORD})
     where titles.id = given.id and (${names.map((name) => `titles.${name}`).join(', ')}) is distinct from (${merged.join(', ')})
     returning titles.id`,
    [rowsOf(placed), now],
  );
  return new Set(rows.map(({ id }) => id));
}
