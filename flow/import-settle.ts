import type { Import } from '../core/import';
import { type ImportSample, OnExisting, type RowProblem } from '../core/import';
import { ImportField } from '../core/import-columns';
import { type Title, TitleKind, TitleState } from '../core/title';
import type { ImportDraft } from '../core/title-draft';
import { changedBy, type ImportedTitle, mergedDraft } from '../core/title-merge-draft';
import type { Reference } from '../core/user';
import type { Db } from '../store/database';
import { PROBLEMS_A_ROW, REFUSED, type StagedRow } from '../store/import-rows';
import { freshTitleIds, type WrittenTitle } from '../store/title-import';
import { lockTitles } from '../store/title-save';
import { type WholeTitle, wholeTitles } from '../store/title-whole';
import { resolveTitles, titlesByIds } from '../store/titles';

/** What becomes of the rows of a batch: titles to write, rows that change nothing, and rows that cannot be. */
export interface Settled {
  readonly writes: readonly (WrittenTitle & { readonly row: number; readonly before: WholeTitle | null })[];
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
}

interface Settling {
  readonly imported: Import;
  readonly file: string;
  readonly dryRun: boolean;
  /** Shows that the file itself brings. */
  readonly shows: ReadonlySet<string>;
  /** By which row a title was met before; it is added to. */
  readonly met: Map<number, number>;
}

/** Not there yet: its show is made by the same file, which a dry run does not do. */
const SHOW_TO_COME = -1;

/** Decides what becomes of each row, as the catalogue stands now. Writes nothing; outside a dry run it locks the titles. */
export async function settle(db: Db, rows: readonly StagedRow[], settling: Settling): Promise<Settled> {
  const { dryRun } = settling;
  const found = await titlesOf(db, rows, dryRun);
  const parents = await parentsOf(db, rows);
  const fresh = dryRun ? [] : [...(await freshTitleIds(db, rows.length))];
  const writes: (WrittenTitle & { readonly row: number; readonly before: WholeTitle | null })[] = [];
  const problems: RowProblem[] = [];
  let unchanged = 0;
  for (const [index, staged] of rows.entries()) {
    const titles = found[index] ?? [];
    const before = titles[0] ?? null;
    const parent = parentOf(staged.draft, parents, settling.shows);
    const fault = faultOf(staged, { titles, parent, settling });
    if (fault !== null) {
      problems.push(problemOf(staged, { ...fault, settling }));
      continue;
    }
    if (before !== null) settling.met.set(before.id, staged.row);
    const title = mergedDraft(before, staged.draft, parent?.id ?? null);
    const changed = before === null ? (Object.keys(title) as (keyof ImportedTitle)[]) : changedBy(before, title);
    const isKept = before !== null && settling.imported.options.onExisting === OnExisting.SKIP && before.state !== TitleState.REMOVED;
    if (isKept || changed.length === 0) unchanged += 1;
    else
      writes.push({
        id: before?.id ?? fresh[index] ?? 0,
        title,
        isNew: before === null,
        changed: new Set(changed),
        row: staged.row,
        before,
      });
  }
  return { writes, unchanged, problems };
}

/** A title that an import writes, for people to look at. */
export function sampleOf({ id, row, title, isNew, changed }: Settled['writes'][number]): ImportSample {
  return {
    row,
    outcome: isNew ? 'CREATED' : 'UPDATED',
    name: title.name,
    titleId: id === 0 ? null : id,
    fields: isNew ? [] : [...changed],
  };
}

/** The titles that each row leads to: one, if all is well. */
async function titlesOf(db: Db, rows: readonly StagedRow[], dryRun: boolean): Promise<readonly (readonly WholeTitle[])[]> {
  const references = rows.map(({ draft }): readonly Reference[] => [
    ...draft.externalIds,
    ...(draft.titleId === undefined ? [] : [{ id: draft.titleId }]),
  ]);
  const resolved = await resolveTitles(db, references.flat());
  let at = 0;
  const ids = references.map(({ length }) => {
    const own = resolved.slice(at, at + length).filter((id) => id !== null);
    at += length;
    return [...new Set(own)];
  });
  const all = [...new Set(ids.flat())];
  const whole = await wholeTitles(db, dryRun ? await titlesByIds(db, all) : await lockTitles(db, all));
  const byId = new Map(whole.map((title) => [title.id, title]));
  return ids.map((own) => own.flatMap((id) => byId.get(id) ?? []));
}

async function parentsOf(db: Db, rows: readonly StagedRow[]): Promise<ReadonlyMap<string, Title>> {
  const told = [...new Map(rows.flatMap(({ draft }) => (draft.parent ? [[keyOf(draft.parent), draft.parent] as const] : [])))];
  const ids = await resolveTitles(
    db,
    told.map(([, parent]) => parent),
  );
  const titles = await titlesByIds(
    db,
    ids.filter((id) => id !== null),
  );
  const byId = new Map(titles.map((title) => [title.id, title]));
  return new Map(
    told.flatMap(([key], index) => {
      const title = byId.get(ids[index] ?? 0);
      return title === undefined ? [] : [[key, title] as const];
    }),
  );
}

const keyOf = ({ source, value }: { readonly source: string; readonly value: string }): string => `${source}:${value}`;

type Parent = Pick<Title, 'id' | 'kind'>;

function parentOf({ parent }: ImportDraft, parents: ReadonlyMap<string, Title>, shows: ReadonlySet<string>): Parent | null {
  if (parent === undefined) return null;
  return parents.get(keyOf(parent)) ?? (shows.has(keyOf(parent)) ? { id: SHOW_TO_COME, kind: TitleKind.SHOW } : null);
}

interface Met {
  readonly titles: readonly WholeTitle[];
  readonly parent: Parent | null;
  readonly settling: Settling;
}

interface Fault {
  readonly fields: readonly ImportField[];
  readonly message: string;
}

const IDS = [ImportField.ID, ImportField.EXTERNAL_ID, ImportField.EXTERNAL_IDS, ImportField.KINOGRAPH_ID] as const;

function faultOf({ draft }: StagedRow, { titles, parent, settling }: Met): Fault | null {
  const [title, other] = titles;
  const keys = draft.externalIds.map(keyOf).join(' and ');
  if (title && other)
    return {
      fields: IDS,
      message: `${keys} lead to different titles (${titles.map(({ id }) => id).join(', ')}): merge them first if they are one.`,
    };
  if (!title && draft.titleId !== undefined) return { fields: [ImportField.KINOGRAPH_ID], message: 'No title has this Kinograph id.' };
  const earlier = title && settling.met.get(title.id);
  if (title && earlier !== undefined) return { fields: IDS, message: `It is the same title (${title.id}) as row ${earlier}.` };
  if (title && draft.toldKind && title.kind !== draft.kind)
    return { fields: [ImportField.KIND], message: `The catalogue has it as ${title.kind}: a title stays what it is.` };
  if (draft.parent && parent === null)
    return {
      fields: [ImportField.PARENT],
      message: `No show is known as ${keyOf(draft.parent)}: import the show first, or with its episodes.`,
    };
  if (parent !== null && parent.kind !== TitleKind.SHOW)
    return { fields: [ImportField.PARENT], message: 'What is named as its show is no SHOW.' };
  return title ? null : faultOfNew(draft, parent, settling);
}

/** What a title that is not there yet needs besides. */
function faultOfNew({ kind, name }: ImportDraft, parent: Parent | null, { imported }: Settling): Fault | null {
  if (kind === TitleKind.EPISODE && parent === null) return { fields: [ImportField.PARENT], message: 'A new EPISODE needs its show.' };
  const names = [ImportField.NAME, ImportField.NAME_AND_YEAR];
  if (name === undefined && imported.mapping.some(({ field }) => names.includes(field)))
    return { fields: names, message: 'A new title needs a name.' };
  return null;
}

function problemOf(
  { row, cells }: StagedRow,
  { fields, message, settling: { imported, file } }: Fault & { readonly settling: Settling },
): RowProblem {
  const field = imported.mapping.find((column) => fields.includes(column.field))?.column ?? fields[0]?.toLowerCase() ?? 'row';
  return { number: row * PROBLEMS_A_ROW + REFUSED, file, row, field, message, cells };
}
