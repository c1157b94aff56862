import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Columns } from '../core/columns';
import { badInput, notFound } from '../core/errors';
import { dailySeed } from '../core/exploration';
import { checkFilter, filterFrom } from '../core/list-filter';
import type { MoodBook } from '../core/mood/mood';
import type { Notice } from '../core/notice';
import type { Placement } from '../core/placement';
import { EngineName, type ListFilter } from '../core/recommendation';
import { type EngineList, type Operations, operation, type Person } from '../engine/engine';
import { createLocalEngine, type LocalEngine } from '../engine/local/local';
import type { Database, Db } from '../store/database';
import { placementsList } from '../store/placements';
import { untilDone } from '../store/retry';
import { type ServedWriter, servedTitles } from '../store/served';
import { createKnownPeople, type KnownPeople } from './known-people';
import { ensureMoods } from './mood';
import { ensurePlacements } from './placement';
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
  readonly titles: ShownTitles;
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
  }): Promise<RankedAnswer>;
}

/** The longest list that is ranked and paged. */
export const MOST_ITEMS = 500;
const SERVED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Makes a recommender; `start` fills it. The writer of `served` belongs to the caller. */
export function createRecommender(parts: Omit<Recommending, 'local' | 'titles'>): Recommender {
  const { database, log, clock } = parts;
  const { db } = database;
  const local = createLocalEngine({ db, log });
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
    titles,
    async start() {
      await ensurePlacements(db);
      await ensureMoods(db);
      await Promise.all([local.start(), readPlacements()]);
    },
    stop() {
      leaving.abort();
      return local.stop();
    },
    onNotice(notice) {
      if (notice.topic === 'placements') readPlacementsAgain();
      if (notice.topic === 'forget') for (const id of notice.ids) people.forget(id);
      titles.onNotice(notice);
      local.onNotice(notice);
    },
    onReconnect() {
      readPlacementsAgain();
      titles.onReconnect();
      people.forgetAll();
      local.reload();
    },

    prepare,

    async recommend(request) {
      const { version, servedAt, asked } = await prepare(request);
      return answerOf(await operation(local, 'recommend')(asked), { ...request, version, servedAt });
    },

    async rerank({ userId, titleIds, filter = {} }) {
      const person = await readPerson(people, userId);
      const past = withoutHistory(person, filter.withoutHistoryOf ?? [], local.state().columns);
      const servedAt = clock();
      const list = await operation(local, 'rerank')({ person: past, titleIds, now: servedAt });
      return answerOf(list, {
        userId,
        placement: null,
        filter,
        titleIds,
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

function answerOf(list: EngineList, request: ListRequest & { readonly version: number; readonly servedAt: Date }): RankedAnswer {
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
    engine: EngineName.LOCAL,
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

const NOBODY: Person & { readonly version: number } = { version: 0, preferences: {}, interactions: [] };

async function readPerson(people: KnownPeople, userId: number | null): Promise<Person & { readonly version: number }> {
  return userId === null ? NOBODY : ((await people.get(userId)) ?? NOBODY);
}

async function readServed(db: Db, userId: number | null, now: Date): Promise<readonly number[]> {
  return userId === null ? [] : servedTitles(db, userId, new Date(now.getTime() - SERVED_DAYS * DAY_MS));
}

/** A person as if they had never met these titles; leaving out a show leaves out its episodes. */
export function withoutHistory(person: Person, titleIds: readonly number[], columns: Columns): Person {
  if (titleIds.length === 0) return person;
  const left = new Set(titleIds);
  const standInOf = (titleId: number): number => {
    const row = columns.rowOf.get(titleId);
    return row === undefined ? titleId : (columns.ids[columns.listedAs[row] as number] as number);
  };
  const interactions = person.interactions.filter(({ titleId }) => !left.has(titleId) && !left.has(standInOf(titleId)));
  return { ...person, interactions };
}
