import { createHash } from 'node:crypto';
import { badInput } from './errors';
import { EventType } from './event';
import type { FileCell } from './file-row';
import { watchClass } from './watch-class';

/** What a file of interactions looks like: the one of Amazon Personalize, or a watch log with lengths and seconds watched. */
export enum InteractionShape {
  PERSONALIZE = 'PERSONALIZE',
  WATCH_LOG = 'WATCH_LOG',
}

/** How a file names people and titles: a source of external ids, or null where it has our own ids. */
export interface InteractionNames {
  readonly users: string | null;
  readonly titles: string | null;
}

/** What a row came to: an event to be judged, nothing (it says nothing of watching), or what is wrong with it. */
export type InteractionOutcome =
  | { readonly event: Readonly<Record<string, unknown>> }
  | { readonly nothing: true }
  | { readonly field: string; readonly message: string };

/** Reads the rows of one file. */
export interface InteractionReader {
  readonly shape: InteractionShape;
  read(cells: readonly FileCell[]): InteractionOutcome;
}

const NAMED: Readonly<Record<string, EventType>> = {
  watched: EventType.COMPLETED,
  watch: EventType.COMPLETED,
  completed: EventType.COMPLETED,
  clicked: EventType.CLICK,
  click: EventType.CLICK,
  view: EventType.CLICK,
  rating: EventType.RATING,
  like: EventType.LIKE,
  liked: EventType.LIKE,
  dislike: EventType.DISLIKE,
  disliked: EventType.DISLIKE,
};
const NEEDED: Readonly<Record<InteractionShape, readonly string[]>> = {
  [InteractionShape.PERSONALIZE]: ['USER_ID', 'ITEM_ID', 'EVENT_TYPE', 'TIMESTAMP'],
  [InteractionShape.WATCH_LOG]: ['USER_ID', 'ITEM_ID', 'VIDEO_DURATION', 'DURATION_WATCHED', 'TIMESTAMP'],
};
/** What lies behind it was told in milliseconds. */
const LATEST = 4_102_444_800;
const DATE = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(:\d\d)?)(\.\d+)?( ?UTC|Z)?$/;

/**
 * A reader for a file with these columns, in any order and case. `watched` is a whole play told without seconds, `clicked` a click; a row of
 * a watch log is a play of its own from the first second on, whatever its EVENT_TYPE says, as the original read it. The same row makes the
 * same event id, so that a file may come again. Throws BAD_INPUT where the columns fit neither shape.
 */
export function interactionReader(columns: readonly string[], names: InteractionNames): InteractionReader {
  const upper = columns.map((name) => name.trim().toUpperCase());
  const has = (shape: InteractionShape): boolean => NEEDED[shape].every((name) => upper.includes(name));
  const shape = [InteractionShape.WATCH_LOG, InteractionShape.PERSONALIZE].find(has);
  if (shape === undefined)
    throw badInput(
      's3Url',
      `The file has the columns ${columns.slice(0, 20).join(', ').slice(0, 300)}.`,
      Object.values(NEEDED)
        .map((needed) => needed.join(', '))
        .join('; or '),
    );
  const places = new Map(upper.map((name, place) => [name, place]));
  return {
    shape,
    read(cells) {
      const cell = (name: string): string => String(cells[places.get(name) ?? -1] ?? '').trim();
      const at = timeOf(cell('TIMESTAMP'));
      if (at === null) return { field: 'TIMESTAMP', message: 'Expected seconds since 1970, or a time such as 2026-01-31 20:15:00 in UTC.' };
      const facts = shape === InteractionShape.WATCH_LOG ? playOf(cell) : saidOf(cell);
      if (!('type' in facts)) return facts;
      const [user, title] = [cell('USER_ID'), cell('ITEM_ID')];
      const id = createHash('sha256')
        .update(JSON.stringify([user, title, at, facts]))
        .digest('hex')
        .slice(0, 40);
      const play = facts.type === EventType.WATCH_INTERVAL ? { playId: id } : {};
      const [userId, titleId] = [named(names.users, user), named(names.titles, title)];
      return { event: { id, occurredAt: at, userId, titleId, ...facts, ...play } };
    },
  };
}

type Told = { readonly type: EventType } & Readonly<Record<string, unknown>>;
type Cell = (name: string) => string;

function playOf(cell: Cell): Told | Exclude<InteractionOutcome, { readonly event: unknown }> {
  const [length, watched] = [numberOf(cell('VIDEO_DURATION')), numberOf(cell('DURATION_WATCHED'))];
  if (length === null || length <= 0) return { field: 'video_duration', message: 'Expected seconds above 0.' };
  if (watched === null) return { field: 'duration_watched', message: 'Expected seconds.' };
  if (watchClass(watched, length) === null) return { nothing: true };
  // Nobody watches more of a play than there is: a log counts on while a video stands at its end.
  return { type: EventType.WATCH_INTERVAL, fromSeconds: 0, toSeconds: Math.min(watched, length), mediaSeconds: length };
}

function saidOf(cell: Cell): Told | Exclude<InteractionOutcome, { readonly event: unknown }> {
  const type = NAMED[cell('EVENT_TYPE').toLowerCase()];
  if (type === undefined) return { field: 'EVENT_TYPE', message: `Expected one of ${Object.keys(NAMED).join(', ')}.` };
  if (type !== EventType.RATING) return { type };
  const value = numberOf(cell('EVENT_VALUE'));
  return value === null ? { field: 'EVENT_VALUE', message: 'Expected the rating, a number from 0.5 to 5.' } : { type, value };
}

const named = (source: string | null, id: string): string => (source === null ? id : `${source}:${id}`);

function numberOf(text: string): number | null {
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

function timeOf(text: string): string | null {
  if (/^\d{1,12}(\.\d+)?$/.test(text)) return Number(text) > LATEST ? null : new Date(Math.round(Number(text) * 1000)).toISOString();
  const [, day, time, seconds] = DATE.exec(text) ?? [];
  return day === undefined ? null : `${day}T${time}${seconds === undefined ? ':00' : ''}Z`;
}
