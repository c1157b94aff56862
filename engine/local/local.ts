import type { Logger } from 'pino';
import { NO_COLUMNS } from '../../core/column-arrays';
import type { Columns } from '../../core/columns';
import type { Factors } from '../../core/model';
import { type MoodBook, NO_MOODS } from '../../core/mood/mood';
import type { Notice } from '../../core/notice';
import { EngineName } from '../../core/recommendation';
import type { Db } from '../../store/database';
import { liveModel, loadFactors } from '../../store/models';
import { moodBook, moodTags } from '../../store/moods';
import { untilDone } from '../../store/retry';
import type { Engine } from '../engine';
import { readColumns, readLikes, refreshColumns } from './catalogue';
import { listFor, reranked } from './list';
import { similarTo } from './similar';
import { type LocalState, stateInSteps, stateOf } from './state';
import { unhurried } from './unhurried';

/** The engine inside this process, and the catalogue that every other one filters with. */
export interface LocalEngine extends Engine {
  /** The current state: one immutable value; keep it while answering one request. */
  state(): LocalState;
  /** Reads catalogue and live model; afterwards notices keep them current. Throws what the database throws. */
  start(): Promise<void>;
  /** Takes note of changed titles and models; requests go on with the old state until the new one is complete. */
  onNotice(notice: Notice): void;
  /** Reads everything again, after notices may have been lost. */
  reload(): void;
  /** Resolves when everything noticed so far is in `state()`, however long the database is away. */
  settled(): Promise<void>;
  /** As `settled`, but gives up what cannot be read right now. */
  stop(): Promise<void>;
}

/** The live model as it was read; without one, what people have to do with. */
interface Knowledge {
  readonly factors: Factors | null;
  readonly likes: ReadonlyMap<number, number>;
}

/** Makes the local engine on an empty catalogue; `start` fills it. */
export function createLocalEngine({ db, log }: { db: Db; log: Logger }): LocalEngine {
  let model: Knowledge = { factors: null, likes: new Map() };
  let moods: MoodBook = NO_MOODS;
  let state = stateOf(NO_COLUMNS, null);
  let work: Promise<void> = Promise.resolve();
  let stale = new Set<number>();
  const leaving = new AbortController();

  async function join(columns: Columns): Promise<void> {
    state = { ...(await unhurried(stateInSteps(columns, model.factors, model.likes))), moods };
  }
  async function readModel(): Promise<void> {
    const live = await liveModel(db, EngineName.LOCAL);
    model = live === null ? { factors: null, likes: await readLikes(db) } : { factors: await loadFactors(db, live), likes: new Map() };
    await join(state.columns);
  }
  async function readMoods(): Promise<void> {
    moods = await moodBook(db);
    // Another value, so that nothing found by the old moods is taken for theirs.
    state = { ...state, moods };
  }
  async function readAll(): Promise<void> {
    await readMoods();
    const columns = await readColumns(db);
    await join(columns);
    await readModel();
  }
  async function readStale(): Promise<void> {
    const ids = [...stale];
    stale = new Set();
    if (ids.length === 0) return;
    try {
      const columns = await refreshColumns(db, state.columns, ids);
      moods = await withTagsOf(db, moods, ids);
      await join(columns);
    } catch (error) {
      for (const id of ids) stale.add(id);
      throw error;
    }
  }
  // One piece of work after another: two at once could swap in the older answer last.
  function queue(piece: () => Promise<void>): void {
    const failure = 'The catalogue or the model could not be read again.';
    work = work.then(() => untilDone(piece, { log, failure, leaving: leaving.signal }));
  }

  return {
    name: EngineName.LOCAL,
    operations: {
      status: async () => ({
        ready: state.side !== null,
        modelId: state.modelId,
        titles: state.scored.reduce((sum, scored) => sum + scored, 0),
      }),
      recommend: async (request) => listFor(state, request),
      similar: async ({ titleId, ...request }) => similarTo(state, titleId, request),
      rerank: async (request) => reranked(state, request),
    },
    state: () => state,
    start: readAll,
    onNotice(notice) {
      if (notice.topic === 'model') return queue(readModel);
      if (notice.topic === 'moods') return queue(readMoods);
      if (notice.topic !== 'titles') return;
      if (notice.ids === null) return queue(readAll);
      for (const id of notice.ids) stale.add(id);
      queue(readStale);
    },
    reload: () => queue(readAll),
    settled: () => work,
    stop() {
      leaving.abort();
      return work;
    },
  };
}

/** A mood book in which these titles have the tags that they have now. */
async function withTagsOf(db: Db, { moods, tags }: MoodBook, ids: readonly number[]): Promise<MoodBook> {
  const fresh = await moodTags(db, [...moods.values()], ids);
  // Copying the tags of a million titles for one that has none would take longer than all the rest.
  if (fresh.size === 0 && !ids.some((id) => tags.has(id))) return { moods, tags };
  const kept = new Map(tags);
  for (const id of ids) kept.delete(id);
  for (const [id, own] of fresh) kept.set(id, own);
  return { moods, tags: kept };
}
