import type { PlacedRow } from '../history-import';
import type { DateOrder } from './day';
import type { HistoryFile, HistoryRow } from './file';
import { type Place, RowFate } from './place';
import { correctableNames, namesOf } from './row-name';
import { rowTimeOf } from './row-time';

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
export function fatesOf({ importId, file, profile, order, now, places, corrections }: Placing): readonly PlacedRow[] {
  const names = namesOf(places);
  return file.rows.map((row): PlacedRow => {
    const none = { importId, number: row.row, text: row.text, name: row.text, seconds: row.seconds, score: null, eventId: null };
    const nothing = { ...none, occurredAt: null, timed: false, titleId: null, candidates: [] };
    if (!isOf(row.profile, profile))
      return { ...nothing, text: '', name: '', seconds: null, fate: RowFate.DROPPED, reason: 'of another profile' };
    const time = rowTimeOf(row.date, order, { now, clocked: file.kind === 'FULL' });
    const dated = { ...nothing, occurredAt: time?.at ?? null, timed: time?.timed ?? false };
    const dropped =
      row.dropped ?? (row.text === '' ? 'without a title' : null) ?? (time === null ? 'without a date that can be read' : null);
    if (dropped !== null) return { ...dated, fate: RowFate.DROPPED, reason: dropped };
    const place = places.get(row.text) ?? UNPLACED;
    const name = names.get(row.text) ?? row.text;
    return { ...dated, name, ...corrected(place, correctionOf(row.text, name, { place, corrections })) };
  });
}

function correctionOf(
  text: string,
  name: string,
  { place, corrections }: { readonly place: Place; readonly corrections: Placing['corrections'] },
): number | null | undefined {
  const said = correctableNames(text, name, place).find((each) => corrections.has(each));
  return said === undefined ? undefined : corrections.get(said);
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

/** What two rows of one viewing have in common: the string and the time. */
export function occurrenceOf({ text, occurredAt, timed }: Pick<PlacedRow, 'text' | 'occurredAt' | 'timed'>): string {
  return `${occurredAt?.getTime() ?? ''} ${timed} ${text}`;
}

/**
 * Drops what was imported before: of rows alike in string and time as many as `held` says. So the same file again brings nothing, and a
 * newer one only what is new.
 */
export function withoutHeld(rows: readonly PlacedRow[], held: ReadonlyMap<string, number>): readonly PlacedRow[] {
  const left = new Map(held);
  return rows.map((row) => {
    if (row.fate === RowFate.DROPPED) return row;
    const occurrence = occurrenceOf(row);
    const count = left.get(occurrence) ?? 0;
    if (count === 0) return row;
    left.set(occurrence, count - 1);
    return { ...row, fate: RowFate.DROPPED, reason: 'already imported', titleId: null, score: null, candidates: [] };
  });
}
