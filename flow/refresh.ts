import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { CauseKind, type UserNotice } from '../core/notice';
import { newestOnly, type Reader } from './newest-only';

/** Why a list was sent: the change that made it. */
export interface Cause {
  readonly kind: CauseKind;
  readonly eventId: string | null;
  readonly titleId: number | null;
}

/** A list on its way to a subscriber. */
export interface Push<Answer> {
  readonly answer: Answer;
  readonly cause: Cause;
}

interface Versioned {
  readonly version: number;
}

/** What is watched: `key` is the same for every subscriber that would get the same list. */
export interface Watched<Answer> {
  readonly userId: number;
  readonly key: string;
  /** Computes the list as it is now, for `userId` or whoever stands for that user since. */
  readonly compute: (userId: number) => Promise<Answer>;
  /** The version that the client already has: it is spared the first list when nothing changed since. */
  readonly knownVersion: number | null;
}

/** Live lists of one process: who watches what, and the work to keep them current. */
export interface Live<Answer> {
  /** The current list first, then one after every change. Ends when the reader returns. Throws RATE_LIMITED over the bound a user. */
  watch(watched: Watched<Answer>): AsyncIterableIterator<Push<Answer>>;
  /** Refreshes those of these users that somebody watches here. */
  onUsers(notices: readonly UserNotice[]): void;
  /** One user stands for another from now on: whoever watched the one goes on with the other's list. */
  onMerge(fromId: number, intoId: number): void;
  /** These users were forgotten: whoever watches their lists is told that they are gone. */
  onForget(userIds: readonly number[]): void;
  /** After notices may have been lost: compares the versions of those who stand for the watched users in one query. */
  resync(standingOf: (userIds: readonly number[]) => Promise<readonly Standing[]>): Promise<void>;
  readonly subscribers: number;
  readonly refreshes: number;
}

/** Who stands for a watched user now, and that one's version. */
interface Standing {
  readonly askedId: number;
  readonly id: number;
  readonly version: number;
}

interface Channel<Answer> {
  /** Whose list it is now: a merge may change it. */
  userId: number;
  readonly watched: Watched<Answer>;
  readonly readers: Set<Reader<Push<Answer>>>;
  running: boolean;
  /** The change that the next refresh answers, and the version it made. */
  waiting: { readonly cause: Cause; readonly version: number } | null;
  /** The newest version that a refresh answered with. */
  version: number;
}

const MOST_A_USER = 50;
const RETRY_MS = 500;
const SUBSCRIBED: Cause = { kind: CauseKind.SUBSCRIBED, eventId: null, titleId: null };
const RESYNC: Cause = { kind: CauseKind.RESYNC, eventId: null, titleId: null };

/**
 * Makes the live lists of this process. One refresh per user and input serves all its subscribers; one is in flight
 * and at most one waits, so a burst of events costs two refreshes, and nothing waits for a timer but what has failed.
 */
export function createLive<Answer extends Versioned>({ log }: { log: Logger }): Live<Answer> {
  const channels = new Map<string, Channel<Answer>>();
  const channelsOf = new Map<number, Set<Channel<Answer>>>();
  let refreshes = 0;
  let subscribers = 0;

  function join(watched: Watched<Answer>, reader: Reader<Push<Answer>>): Channel<Answer> {
    const { userId, key } = watched;
    if (readersOf(channelsOf.get(userId)) >= MOST_A_USER)
      throw new AppError(ErrorCode.RATE_LIMITED, `This user has ${MOST_A_USER} live lists open already; close one first.`);
    subscribers += 1;
    const channel = channels.get(key) ?? { userId, watched, readers: new Set(), running: false, waiting: null, version: -1 };
    channel.readers.add(reader);
    channels.set(key, channel);
    assign(channel, channel.userId);
    return channel;
  }

  function assign(channel: Channel<Answer>, userId: number): void {
    channel.userId = userId;
    channelsOf.set(userId, (channelsOf.get(userId) ?? new Set()).add(channel));
  }

  function onMerge(fromId: number, intoId: number): void {
    const moved = channelsOf.get(fromId) ?? [];
    channelsOf.delete(fromId);
    for (const channel of moved) assign(channel, intoId);
  }

  function leave(channel: Channel<Answer>, reader: Reader<Push<Answer>>): void {
    if (!channel.readers.delete(reader)) return;
    subscribers -= 1;
    if (channel.readers.size > 0) return;
    channels.delete(channel.watched.key);
    const { userId } = channel;
    const ofUser = channelsOf.get(userId);
    ofUser?.delete(channel);
    if (ofUser?.size === 0) channelsOf.delete(userId);
  }

  function refresh(channel: Channel<Answer>, cause: Cause, version: number): void {
    if (version <= channel.version) return;
    channel.waiting = { cause, version };
    if (channel.running) return;
    channel.running = true;
    void drain(channel);
  }

  async function drain(channel: Channel<Answer>): Promise<void> {
    while (channel.waiting !== null && channel.readers.size > 0) {
      const { cause, version } = channel.waiting;
      channel.waiting = null;
      if (version <= channel.version) continue;
      try {
        const answer = await channel.watched.compute(channel.userId);
        refreshes += 1;
        channel.version = answer.version;
        // One object for all, by which they know that they may share what is made of it.
        const push = { answer, cause };
        for (const reader of channel.readers) reader.deliver(push);
      } catch (error) {
        log.warn({ err: error, userId: channel.userId }, 'A live list could not be refreshed.');
        if (error instanceof AppError) continue;
        // The subscribers keep their last list; nobody else would tell them when the database is back.
        channel.waiting ??= { cause, version };
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
    channel.running = false;
  }

  async function greet(channel: Channel<Answer>, reader: Reader<Push<Answer>>, knownVersion: number | null): Promise<void> {
    try {
      const answer = await channel.watched.compute(channel.userId);
      channel.version = Math.max(channel.version, answer.version);
      if (answer.version !== knownVersion) reader.deliver({ answer, cause: SUBSCRIBED });
    } catch (error) {
      reader.fail(error);
    }
  }

  return {
    watch(watched) {
      let channel: Channel<Answer> | null = null;
      const { iterator, reader } = newestOnly<Push<Answer>>(() => channel && leave(channel, reader), versionOf);
      channel = join(watched, reader);
      void greet(channel, reader, watched.knownVersion);
      return iterator;
    },

    onUsers(notices) {
      for (const { userId, version, cause, eventId, titleId } of notices) {
        for (const channel of channelsOf.get(userId) ?? []) {
          refresh(channel, { kind: cause, eventId, titleId }, version);
        }
      }
    },

    onMerge,

    onForget(userIds) {
      const readers = userIds.flatMap((id) => [...(channelsOf.get(id) ?? [])].flatMap((channel) => [...channel.readers]));
      for (const reader of readers) reader.fail(notFound('userId', 'user'));
    },

    async resync(standingOf) {
      for (const { askedId, id, version } of await standingOf([...channelsOf.keys()])) {
        if (id !== askedId) onMerge(askedId, id);
        for (const channel of channelsOf.get(id) ?? []) refresh(channel, RESYNC, version);
      }
    },

    get subscribers() {
      return subscribers;
    },
    get refreshes() {
      return refreshes;
    },
  };
}

const versionOf = (push: Push<Versioned>): number => push.answer.version;

function readersOf(channels: ReadonlySet<{ readonly readers: ReadonlySet<unknown> }> = new Set()): number {
  return [...channels].reduce((sum, { readers }) => sum + readers.size, 0);
}
