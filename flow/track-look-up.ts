import { ErrorCode } from '../core/errors';
import type { EventResult } from '../core/event';
import { type CheckedEvent, checkLength, type EventFault } from '../core/event-check';
import type { Reference } from '../core/user';
import type { Db } from '../store/database';
import { type EventTitle, eventTitles, type NewEvent } from '../store/events';
import { resolveUsers } from '../store/users';
import type { TrackRequest } from './track';
import { type Judged, rejected } from './track-judge';

/** An event whose person and title are known: the row for the log, and what folding needs beside it. */
export interface Settled {
  /** Place of its request in the group, and its own place in that. */
  readonly request: number;
  readonly index: number;
  readonly key: string;
  readonly row: NewEvent;
  /** Null for an impression of several titles. */
  readonly title: EventTitle | null;
}

interface Refused {
  readonly request: number;
  readonly index: number;
  readonly result: EventResult;
}

interface Found {
  readonly titles: ReadonlyMap<string, EventTitle | null>;
  readonly users: ReadonlyMap<string, number | null>;
}

const NOBODY: EventFault = { code: ErrorCode.BAD_INPUT, field: 'userId', message: 'Expected the user whose event it is, got nothing.' };
const NO_USER: EventFault = { code: ErrorCode.NOT_FOUND, field: 'userId', message: 'Expected the id of a user, got one that is unknown.' };
const STRANGER: EventFault = {
  code: ErrorCode.FORBIDDEN,
  field: 'userId',
  message: 'Expected no user or your own, got another: only a server key may name others.',
};

/** Finds the person and the title of every event of a group, and makes the people whom a server key names first. */
export async function lookUp(db: Db, group: readonly Judged[]): Promise<{ settled: readonly Settled[]; refused: readonly Refused[] }> {
  const titles = await findTitles(db, group);
  const users = await findUsers(db, group, titles);
  const settled: Settled[] = [];
  const refused: Refused[] = [];
  for (const [request, judged] of group.entries()) {
    for (const { index, event } of judged.events) {
      const fault = faultOf(event, judged.request, { titles, users });
      if (fault === null) settled.push({ request, index, ...settle(event, judged.request, { titles, users }) });
      else refused.push({ request, index, result: rejected(event.id, fault) });
    }
  }
  return { settled, refused };
}

async function findTitles(db: Db, group: readonly Judged[]): Promise<Found['titles']> {
  const named = new Map<string, Reference>();
  for (const { events } of group) {
    for (const { event } of events) {
      if (event.title !== null) named.set(nameOf(event.title), event.title);
      for (const title of event.titles ?? []) named.set(nameOf(title), title);
    }
  }
  return zip(named, await eventTitles(db, [...named.values()]));
}

async function findUsers(db: Db, group: readonly Judged[], titles: Found['titles']): Promise<Found['users']> {
  const known = new Map<string, Reference>();
  const makeable = new Map<string, Reference>();
  for (const { request, events } of group) {
    if (request.subject !== null) known.set(String(request.subject), { id: request.subject });
    for (const { event } of events) {
      if (event.user === null) continue;
      // Nobody is made by an event that is refused.
      const makes = request.mayNameUsers && titleFault(event, titles) === null;
      (makes ? makeable : known).set(nameOf(event.user), event.user);
    }
  }
  const made = zip(makeable, await resolveUsers(db, [...makeable.values()], { create: true }));
  const found = zip(known, await resolveUsers(db, [...known.values()], { create: false }));
  return new Map([...found, ...made]);
}

function faultOf(event: CheckedEvent, request: TrackRequest, { titles, users }: Found): EventFault | null {
  const own = request.subject === null ? null : (users.get(String(request.subject)) ?? null);
  const person = event.user === null ? own : (users.get(nameOf(event.user)) ?? null);
  if (event.user === null && request.subject === null) return NOBODY;
  // A stranger and nobody get the same answer, so that ids cannot be probed.
  if (event.user !== null && !request.mayNameUsers && (own === null || person !== own)) return STRANGER;
  return person === null ? NO_USER : titleFault(event, titles);
}

function titleFault(event: CheckedEvent, titles: Found['titles']): EventFault | null {
  const title = event.title === null ? null : (titles.get(nameOf(event.title)) ?? null);
  if (event.title !== null && title === null) return noTitle('titleId');
  const unknown = (event.titles ?? []).findIndex((shown) => !titles.get(nameOf(shown)));
  return unknown === -1 ? checkLength(event, title?.seconds ?? null) : noTitle(`titleIds[${unknown}]`);
}

function noTitle(field: string): EventFault {
  return { code: ErrorCode.NOT_FOUND, field, message: 'Expected the id of a title, got one that is unknown.' };
}

/** The row of an event that has no fault. */
function settle(event: CheckedEvent, request: TrackRequest, { titles, users }: Found): Pick<Settled, 'key' | 'row' | 'title'> {
  const { key, title: named, titles: shown, user, ...told } = event;
  const title = named === null ? null : (titles.get(nameOf(named)) ?? null);
  const userId = users.get(user === null ? String(request.subject) : nameOf(user)) ?? 0;
  const titleIds = shown === null ? null : shown.map((reference) => titles.get(nameOf(reference))?.id ?? 0);
  const { owner, addressHash } = request;
  return { key, title, row: { ...told, owner, addressHash, userId, titleId: title?.id ?? null, titleIds } };
}

function nameOf(reference: Reference): string {
  return 'id' in reference ? String(reference.id) : `${reference.source}:${reference.value}`;
}

function zip<T>(named: ReadonlyMap<string, Reference>, found: readonly (T | null)[]): ReadonlyMap<string, T | null> {
  return new Map([...named.keys()].map((name, index) => [name, found[index] ?? null]));
}
