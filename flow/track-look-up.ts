import { ErrorCode } from '../core/errors';
import type { EventResult } from '../core/event';
import { type CheckedEvent, checkLength, type EventFault } from '../core/event-check';
import type { Reference } from '../core/user';
import type { Db } from '../store/database';
import { type EventTitle, eventTitles, type NewEvent, shareIngest } from '../store/events';
import { type Resolved, resolvePeople } from '../store/users';
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

/** A reference as a key of a map. */
type Name = string | number;

interface Found {
  readonly titles: ReadonlyMap<Name, EventTitle | null>;
  readonly users: ReadonlyMap<Name, Resolved | null>;
}

const NOBODY: EventFault = { code: ErrorCode.BAD_INPUT, field: 'userId', message: 'Expected the user whose event it is, got nothing.' };
const NO_USER: EventFault = { code: ErrorCode.NOT_FOUND, field: 'userId', message: 'Expected the id of a user, got one that is unknown.' };
const FORGOTTEN: EventFault = {
  code: ErrorCode.CONFLICT,
  field: 'occurredAt',
  message: 'Expected something that happened after this person was forgotten, got what happened before.',
};
const STRANGER: EventFault = {
  code: ErrorCode.FORBIDDEN,
  field: 'userId',
  message: 'Expected no user or your own, got another: only a server key may name others.',
};

/** Finds the person and the title of every event of a group, and makes the people whom a server key names first. */
export async function lookUp(db: Db, group: readonly Judged[]): Promise<{ settled: readonly Settled[]; refused: readonly Refused[] }> {
  const named = namesIn(group);
  // Sent together: PostgreSQL looks up once it holds the lock, so what is found cannot be merged away before the commit.
  const [, titles, users] = await Promise.all([
    shareIngest(db),
    eventTitles(db, [...named.titles.values()]),
    resolvePeople(db, [...named.users.values()], { create: false }),
  ]);
  const known = { titles: zip(named.titles, titles), users: zip(named.users, users) };
  const newcomers = newcomersIn(group, known);
  const made = zip(newcomers, await resolvePeople(db, [...newcomers.values()], { create: true }));
  return settleAll(group, { ...known, users: made.size === 0 ? known.users : new Map([...known.users, ...made]) });
}

function namesIn(group: readonly Judged[]): {
  readonly titles: ReadonlyMap<Name, Reference>;
  readonly users: ReadonlyMap<Name, Reference>;
} {
  const titles = new Map<Name, Reference>();
  const users = new Map<Name, Reference>();
  for (const { request, events } of group) {
    if (request.subject !== null) users.set(request.subject, { id: request.subject });
    for (const { event } of events) {
      if (event.user !== null) users.set(nameOf(event.user), event.user);
      if (event.title !== null) titles.set(nameOf(event.title), event.title);
      for (const title of event.titles ?? []) titles.set(nameOf(title), title);
    }
  }
  return { titles, users };
}

/** The people named for the first time by those who may; nobody is made by an event that is refused. */
function newcomersIn(group: readonly Judged[], { titles, users }: Found): ReadonlyMap<Name, Reference> {
  const newcomers = new Map<Name, Reference>();
  for (const { request, events } of group) {
    if (!request.mayNameUsers) continue;
    for (const { event } of events) {
      if (event.user === null || !('source' in event.user)) continue;
      const name = nameOf(event.user);
      if (users.get(name) === null && titleFault(event, titles) === null) newcomers.set(name, event.user);
    }
  }
  return newcomers;
}

function settleAll(group: readonly Judged[], found: Found): { settled: readonly Settled[]; refused: readonly Refused[] } {
  const settled: Settled[] = [];
  const refused: Refused[] = [];
  for (const [request, judged] of group.entries()) {
    for (const { index, event } of judged.events) {
      const fault = faultOf(event, judged.request, found);
      if (fault !== null) refused.push({ request, index, result: rejected(event.id, fault) });
      else settled.push({ request, index, key: event.key, title: titleOf(event, found), row: rowOf(event, judged.request, found) });
    }
  }
  return { settled, refused };
}

function faultOf(event: CheckedEvent, request: TrackRequest, { titles, users }: Found): EventFault | null {
  const own = request.subject === null ? null : (users.get(request.subject) ?? null);
  const person = event.user === null ? own : (users.get(nameOf(event.user)) ?? null);
  if (event.user === null && request.subject === null) return NOBODY;
  // A stranger and nobody get the same answer, so that ids cannot be probed.
  if (event.user !== null && !request.mayNameUsers && (own === null || person?.id !== own.id)) return STRANGER;
  // The title first: nobody is made for an event that is refused, so that a newcomer is not the fault.
  return titleFault(event, titles) ?? (person === null ? NO_USER : timeFault(event, person));
}

function titleFault(event: CheckedEvent, titles: Found['titles']): EventFault | null {
  const title = event.title === null ? null : (titles.get(nameOf(event.title)) ?? null);
  if (event.title !== null && title === null) return noTitle('titleId');
  const unknown = (event.titles ?? []).findIndex((shown) => !titles.get(nameOf(shown)));
  return unknown === -1 ? checkLength(event, title?.seconds ?? null) : noTitle(`titleIds[${unknown}]`);
}

function timeFault({ occurredAt }: CheckedEvent, { eventsFrom }: Resolved): EventFault | null {
  return eventsFrom !== null && occurredAt < eventsFrom ? FORGOTTEN : null;
}

function noTitle(field: string): EventFault {
  return { code: ErrorCode.NOT_FOUND, field, message: 'Expected the id of a title, got one that is unknown.' };
}

function titleOf({ title }: CheckedEvent, { titles }: Found): EventTitle | null {
  return title === null ? null : (titles.get(nameOf(title)) ?? null);
}

/** The row of an event that has no fault. Each column is named: copying all but a few took a twelfth of the intake's time. */
function rowOf(event: CheckedEvent, { owner, subject, addressHash }: TrackRequest, found: Found): NewEvent {
  return {
    id: event.id,
    type: event.type,
    owner,
    userId: found.users.get(event.user === null ? (subject ?? 0) : nameOf(event.user))?.id ?? 0,
    titleId: titleOf(event, found)?.id ?? null,
    occurredAt: event.occurredAt,
    playId: event.playId,
    fromSeconds: event.fromSeconds,
    toSeconds: event.toSeconds,
    mediaSeconds: event.mediaSeconds,
    value: event.value,
    recommendationId: event.recommendationId,
    rank: event.rank,
    titleIds: event.titles?.map((shown) => found.titles.get(nameOf(shown))?.id ?? 0) ?? null,
    addressHash,
  };
}

function nameOf(reference: Reference): Name {
  return 'id' in reference ? reference.id : `${reference.source}:${reference.value}`;
}

function zip<T>(named: ReadonlyMap<Name, Reference>, found: readonly (T | null)[]): ReadonlyMap<Name, T | null> {
  return new Map([...named.keys()].map((name, index) => [name, found[index] ?? null]));
}
