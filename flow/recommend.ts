import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { badInput, notFound } from '../core/errors';
import { dailySeed } from '../core/exploration';
import { checkFilter, filterFrom } from '../core/list-filter';
import type { MoodBook } from '../core/mood/mood';
import type { Notice } from '../core/notice';
import type { Placement } from '../core/placement';
import { EngineName, type ListFilter } from '../core/recommendation';
import type { EngineList, Operations } from '../engine/engine';
import { createLocalEngine, type LocalEngine } from '../engine/local/local';
import type { Database } from '../store/database';
import { placementsList } from '../store/placements';
import { untilDone } from '../store/retry';
import type { ServedWriter } from '../store/served';
import { type Answered, createEngines, type Engines, type RemoteEngine } from './engines';
import { createKnownPeople } from './known-people';
import { readPerson, readServed, withoutHistory } from './list-person';
import { ensureMoods } from './mood';
import { ensurePlacements } from './placement';
import { createShadow } from './shadow';
import { createShownTitles, type ShownTitles } from './shown-titles';

/** What is asked for: ids are ours already. Fields that the filter leaves out are the placement's, then the defaults. */
export interface ListRequest {
  /** Null: somebody without a past. A user that is not there counts as one. */
  readonly userId: number | null;
  readonly placement: string | null;
  readonly filter: Partial<ListFilter>;
  /** Given titles that were put in order, instead of what the catalogue holds. */
  readonly titleIds?: readonly number[];
  readonly engine?: EngineName;
  /** Fixes the clock that interactions fade by and titles become available by. */
  readonly asOf?: Date;
}

/** A list before paging: at most 500 titles, put in order as far as somebody asks. */
export interface RankedAnswer extends EngineList {
  readonly recommendationId: string;
  /** Stable per user, placement and input. */
  readonly listId: string;
  readonly userId: number | null;
  readonly placement: string | null;
  /** The person's version that the list was computed from; 0 for nobody. */
  readonly version: number;
  readonly engine: EngineName;
  readonly servedAt: Date;
}

/** Everything that a process needs to answer with lists. */
export interface Recommending {
  readonly database: Database;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly served: ServedWriter;
  readonly local: LocalEngine;
  readonly engines: Engines;
  readonly titles: ShownTitles;
}

/** What a recommender is made of. */
export interface RecommenderParts extends Omit<Recommending, 'local' | 'titles' | 'engines'> {
  readonly remote?: (local: LocalEngine) => RemoteEngine;
  /** How long a list waits for a remote engine, in milliseconds. */
  readonly answerMs?: number;
}

/** A request with everything that was read for it. */
export interface PreparedList {
  readonly version: number;
  readonly servedAt: Date;
  readonly asked: Parameters<Operations['recommend']>[0];
}

/** The recommender of one process. */
export interface Recommender extends Recommending {
  /** Reads catalogue, live model and placements; call it after LISTEN, so that nothing is missed. */
  start(): Promise<void>;
  stop(): Promise<void>;
  onNotice(notice: Notice): void;
  /** After notices may have been lost: reads everything again. */
  onReconnect(): void;
  /** What the engine is asked for a list. Throws as `recommend`. */
  prepare(request: ListRequest): Promise<PreparedList>;
  /** At most 500 titles. Throws BAD_INPUT for a filter that means nothing and an unknown mood, NOT_FOUND for an unknown placement. */
  recommend(request: ListRequest): Promise<RankedAnswer>;
  /** All of `titleIds` in the person's order, unknown ones last. */
  rerank(request: {
    readonly userId: number | null;
    readonly titleIds: readonly number[];
    readonly filter?: Partial<ListFilter>;
    readonly placement?: string | null;
    readonly engine?: EngineName | undefined;
  }): Promise<RankedAnswer>;
}

/** The longest list that is ranked and paged. */
export const MOST_ITEMS = 500;

/** Makes a recommender; `start` fills it. The writer of `served` belongs to the caller. */
export function createRecommender({ remote: remoteFor, answerMs, ...parts }: RecommenderParts): Recommender {
  const { database, log, clock } = parts;
  const { db } = database;
  const local = createLocalEngine({ db, log });
  const remote = remoteFor?.(local) ?? null;
  const engines = createEngines({ local, remotes: remote ? [remote.engine] : [], log, clock, ...(answerMs && { answerMs }) });
  const shadow = createShadow({ db, engines, log, clock });
  const titles = createShownTitles(db);
  const people = createKnownPeople(db);
  let placements: ReadonlyMap<string, Placement> = new Map();
  const leaving = new AbortController();

  async function readPlacements(): Promise<void> {
    placements = new Map((await placementsList(db)).map((placement) => [placement.name, placement]));
  }
  function readPlacementsAgain(): void {
    void untilDone(readPlacements, { log, failure: 'The placements could not be read again.', leaving: leaving.signal });
  }
  function placementOf(name: string | null): Placement | null {
    const found = name === null ? null : placements.get(name);
    if (found === undefined) throw notFound('input.placement', 'placement');
    return found;
  }

  const engineOf = ({ engine, placement }: { readonly engine?: EngineName | undefined; readonly placement: string | null }): EngineName =>
    engine ?? placementOf(placement)?.engine ?? EngineName.LOCAL;

  async function prepare(request: ListRequest): Promise<PreparedList> {
    const placement = placementOf(request.placement);
    checkFilter(request.filter);
    const filter = filterFrom(request.filter, placement?.input);
    requireMood(filter.mood, local.state().moods);
    const servedAt = clock();
    const [person, servedIds] = await Promise.all([
      readPerson(people, request.userId),
      readServed(db, filter.excludeServed ? request.userId : null, servedAt),
    ]);
    const asked = {
      userId: request.userId,
      person: withoutHistory(person, filter.withoutHistoryOf, local.state().columns),
      filter: { ...filter, seed: filter.seed ?? dailySeed(request.userId, servedAt) },
      servedIds,
      now: request.asOf ?? servedAt,
      count: MOST_ITEMS,
    };
    return { version: person.version, servedAt, asked };
  }

  return {
    ...parts,
    local,
    engines,
    titles,
    async start() {
      await ensurePlacements(db);
      await ensureMoods(db);
      await Promise.all([local.start(), readPlacements(), remote?.start()]);
    },
    async stop() {
      leaving.abort();
      await shadow.settled();
      await Promise.all([local.stop(), remote?.stop()]);
    },
    onNotice(notice) {
      if (notice.topic === 'placements') readPlacementsAgain();
      if (notice.topic === 'forget') for (const id of notice.ids) people.forget(id);
      titles.onNotice(notice);
      local.onNotice(notice);
      remote?.onNotice(notice);
    },
    onReconnect() {
      readPlacementsAgain();
      titles.onReconnect();
      people.forgetAll();
      local.reload();
      remote?.onReconnect();
    },

    prepare,

    async recommend(request) {
      const { version, servedAt, asked } = await prepare(request);
      // An engine that reads the clock by itself has no answer for another time.
      const wanted = request.asOf ? EngineName.LOCAL : engineOf(request);
      const answered = await engines.recommend(wanted, asked);
      const placement = request.asOf || request.engine ? null : placementOf(request.placement);
      if (placement) shadow.follow(placement, asked, answered);
      return answerOf(answered, { ...request, version, servedAt });
    },

    async rerank({ userId, titleIds, filter = {}, placement = null, engine }) {
      const wanted = engineOf({ placement, engine });
      const person = await readPerson(people, userId);
      const past = withoutHistory(person, filter.withoutHistoryOf ?? [], local.state().columns);
      const servedAt = clock();
      const answered = await engines.rerank(filter.withoutHistoryOf?.length ? EngineName.LOCAL : wanted, {
        ...{ userId, person: past, titleIds, now: servedAt },
      });
      return answerOf(answered, {
        userId,
        placement,
        filter,
        titleIds,
        ...(engine && { engine }),
        version: person.version,
        servedAt,
      });
    },
  };
}

/** The id of a list: the same for the same person, placement and input, whatever its content. */
export function listId({ userId, placement, filter, titleIds, engine, asOf }: ListRequest): string {
  const input = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null);
  const identity = [userId, placement, titleIds ?? null, engine ?? null, asOf ?? null, input.sort(([a], [b]) => (a < b ? -1 : 1))];
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 22);
}

function answerOf(
  { answer: list, engine }: Answered<EngineList>,
  request: ListRequest & { readonly version: number; readonly servedAt: Date },
): RankedAnswer {
  const { userId, placement, version, servedAt } = request;
  return {
    ...list,
    recommendationId: randomUUID(),
    get listId() {
      return listId(request);
    },
    userId,
    placement,
    version,
    engine,
    servedAt,
  };
}

/** Throws BAD_INPUT for a mood that there is not, naming those that there are. */
function requireMood(id: string | undefined, { moods }: MoodBook): void {
  if (id !== undefined && !moods.has(id))
    throw badInput(
      'input.mood',
      'There is no such mood.',
      moods.size === 0 ? 'none: there are no moods' : `one of ${[...moods.keys()].join(', ')}`,
    );
}
