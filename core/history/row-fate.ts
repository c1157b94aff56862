import type { PlacedRow } from '../history-import';
import { ROWS_A_STEP, type Steps } from '../steps';
import type { DateOrder } from './day';
import type { HistoryFile, HistoryRow } from './file';
import { type Place, RowFate } from './place';
import { correctableNames, namesOf } from './row-name';
import { type RowTime, rowTimeOf } from './row-time';

/** What is known for placing the rows of a file. */
export interface Placing {
  readonly importId: number;
  readonly file: HistoryFile;
  readonly profile: string | null;
  readonly order: DateOrder;
  readonly now: Date;
  readonly places: ReadonlyMap<string, Place>;
  /** What the person said that names mean, null: none of the titles here. */
  readonly corrections: ReadonlyMap<string, number | null>;
}

const NONE: PlacedRow['candidates'] = [];
const UNPLACED: Place = { fate: RowFate.UNKNOWN, titleId: null, score: 0, candidates: [] };

/** Whether a row may be placed: it belongs to the profile, has a title, and no rule drops it. */
export function isWatched({ profile, text, dropped }: HistoryRow, chosen: string | null): boolean {
  return isOf(profile, chosen) && dropped === null && text !== '';
}

function isOf(profile: string | null, chosen: string | null): boolean {
  return profile === null || chosen === null || profile === chosen;
}

/** Why no title was found. */
const NOT_HERE = 'no title here is called that';
const SAID_NONE = 'none of the titles here, as you said';

/** Every row of a file with its fate, in the order of the file. Of the rows of other profiles only that they are there is kept. */
export function* fatesOf(placing: Placing): Steps<readonly PlacedRow[]> {
  const told = toldOf(placing);
  const rows: PlacedRow[] = [];
  for (const row of placing.file.rows) {
    rows.push(fateOf(row, told, placing));
    if (rows.length % ROWS_A_STEP === 0) yield;
  }
  return rows;
}

type Named = Told & { readonly name: string };

/** What each string is called and where it belongs: a file says the same ones again and again. */
function toldOf({ places, corrections }: Placing): ReadonlyMap<string, Named> {
  const names = namesOf(places);
  const told = new Map<string, Named>();
  for (const [text, place] of places) {
    const name = names.get(text) ?? text;
    const said = corrections.size === 0 ? undefined : correctableNames(text, name, place).find((each) => corrections.has(each));
    told.set(text, { name, ...corrected(place, said === undefined ? undefined : corrections.get(said)) });
  }
  return told;
}

function fateOf(row: HistoryRow, told: ReadonlyMap<string, Named>, { importId, profile, file, order, now }: Placing): PlacedRow {
  if (!isOf(row.profile, profile)) return dropped({ importId, number: row.row, text: '', seconds: null }, 'of another profile');
  const { text, seconds } = row;
  const time = rowTimeOf(row.date, order, { now, clocked: file.kind === 'FULL' });
  const untimed = time === null ? 'without a date that can be read' : null;
  const reason = row.dropped ?? (text === '' ? 'without a title' : untimed);
  if (reason !== null) return dropped({ importId, number: row.row, text, seconds, time }, reason);
  const { name, fate, reason: why, titleId, score, candidates } = told.get(text) ?? { name: text, ...corrected(UNPLACED, undefined) };
  const [occurredAt, timed] = [time?.at ?? null, time?.timed ?? false];
  // One literal: spreads over a hundred thousand rows took seconds.
  return {
    importId,
    number: row.row,
    text,
    name,
    occurredAt,
    timed,
    seconds,
    fate,
    reason: why,
    titleId,
    score,
    candidates,
    eventId: null,
  };
}

type Dropping = Pick<PlacedRow, 'importId' | 'number' | 'text' | 'seconds'> & { readonly time?: RowTime | null };

function dropped({ importId, number, text, seconds, time = null }: Dropping, reason: string): PlacedRow {
  const [occurredAt, timed] = [time?.at ?? null, time?.timed ?? false];
  const nothing = { titleId: null, score: null, candidates: NONE, eventId: null };
  return { importId, number, text, name: text, occurredAt, timed, seconds, fate: RowFate.DROPPED, reason, ...nothing };
}

type Told = Pick<PlacedRow, 'fate' | 'reason' | 'titleId' | 'score' | 'candidates'>;

/** Where a row belongs once a person has said what it means; undefined: they said nothing. */
export function corrected({ fate, titleId, score, candidates }: Place, said: number | null | undefined): Told {
  if (said === null) return { fate: RowFate.UNKNOWN, reason: SAID_NONE, titleId: null, score: null, candidates: [] };
  if (said !== undefined) return { fate: RowFate.SURE, reason: null, titleId: said, score: 1, candidates };
  if (fate === RowFate.UNKNOWN) return { fate, reason: NOT_HERE, titleId: null, score: null, candidates: [] };
  return { fate, reason: null, titleId, score, candidates };
}

/** What a row that was left out is when it counts again. */
export function unleft({ titleId, candidates }: Pick<PlacedRow, 'titleId' | 'candidates'>): Pick<PlacedRow, 'fate' | 'reason'> {
  if (titleId !== null) return { fate: RowFate.SURE, reason: null };
  return candidates.length > 0 ? { fate: RowFate.ASK, reason: null } : { fate: RowFate.UNKNOWN, reason: NOT_HERE };
}

/** What two rows of one viewing have in common: the string and the time, in milliseconds since 1970. */
export function occurrenceOf({ text, at, timed }: Pick<PlacedRow, 'text' | 'timed'> & { readonly at: number | null }): string {
  return `${at ?? ''} ${timed} ${text}`;
}

/**
 * Drops what was imported before: of rows alike in string and time as many as `held` says. So the same file again brings nothing, and a
 * newer one only what is new.
 */
export function* withoutHeld(rows: readonly PlacedRow[], held: ReadonlyMap<string, number>): Steps<readonly PlacedRow[]> {
  const left = new Map(held);
  const kept: PlacedRow[] = [];
  for (const row of rows) {
    const occurrence = occurrenceOf({ text: row.text, timed: row.timed, at: row.occurredAt?.getTime() ?? null });
    const count = row.fate === RowFate.DROPPED ? 0 : (left.get(occurrence) ?? 0);
    if (count > 0) left.set(occurrence, count - 1);
    kept.push(
      count === 0 ? row : { ...row, fate: RowFate.DROPPED, reason: 'already imported', titleId: null, score: null, candidates: NONE },
    );
    if (kept.length % ROWS_A_STEP === 0) yield;
  }
  return kept;
}
