import type { TitleDraft } from '../core/title-draft';
import type { Database, Db } from '../store/database';
import { replaceScenes, sceneListsOf } from '../store/described-scenes';
import { publish } from '../store/notices';
import { writeRatings } from '../store/rating-history';
import { writeDrafts } from '../store/title-drafts';
import { resolveTitles } from '../store/titles';
import { contentHash } from './files';
import { movieDrafts } from './movies';
import { readRatings } from './ratings';
import { bookDrafts, clipDrafts, clipScenes, trackDrafts } from './shelf';
import { showDrafts } from './shows';

/** What the demo holds; `loaded` is false when it stood in the database already. */
export interface DemoCounts {
  readonly loaded: boolean;
  readonly titles: number;
  readonly interactions: number;
}

/** Whom a load tells, and what ends it between two batches: nothing of it stays then. */
interface Loading {
  readonly progress: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
}

const BATCH = 5_000;

/**
 * Loads the demo catalogue and the MovieLens ratings as history, in one transaction. A second run with the same files changes
 * nothing. It touches no user but `movielens:1` to `movielens:610`. Throws what PostgreSQL throws.
 */
export async function loadDemo(
  database: Database,
  { progress, clock, signal }: Loading & { readonly clock: () => Date },
): Promise<DemoCounts> {
  const hash = contentHash();
  const loaded = await database.db.transaction(async (db) => {
    // Two processes that start at once would load it twice; the second one waits, and finds it done.
    await db.query(`select pg_advisory_xact_lock(hashtext('kinograph demo'))`);
    if ((await loadedHash(db)) === hash) return false;
    await write(db, { progress, signal, now: clock() });
    await db.query(`insert into settings (name, value) values ('demo', $1) on conflict (name) do update set value = excluded.value`, [
      JSON.stringify({ hash }),
    ]);
    // Servers that run already read the catalogue again.
    await publish(db, [{ topic: 'titles', ids: null }]);
    return true;
  });
  if (loaded) await database.db.query(`analyze ${ANALYZED}`);
  return { loaded, ...(await counts(database.db)) };
}

/** Fresh tables have no statistics: without them the first searches and trainings are planned blindly. */
const ANALYZED = 'titles, title_words, external_ids, title_tags, credits, users, interactions, events, event_ids';

async function loadedHash(db: Db): Promise<string | null> {
  const [row] = await db.query(`select value->>'hash' as hash from settings where name = 'demo'`);
  return row?.hash ?? null;
}

async function counts(db: Db): Promise<{ titles: number; interactions: number }> {
  const [row] = await db.query(
    `select (select count(*) from titles) as titles,
       (select count(*) from interactions join users on users.id = "userId" where users.source = 'movielens') as interactions`,
  );
  return row;
}

async function write(db: Db, { progress, signal, now }: Loading & { readonly now: Date }): Promise<void> {
  const ratings = readRatings();
  const { shows, episodes } = showDrafts();
  const movies = movieDrafts(ratings, new Set(shows.flatMap(({ externalIds }) => externalIds.map(({ value }) => value))));
  const sets: readonly (readonly [string, readonly TitleDraft[]])[] = [
    ['films', movies],
    ['books', bookDrafts()],
    ['tracks', trackDrafts()],
    ['shows', shows],
    ['episodes', episodes],
    ['clips', clipDrafts(movies)],
  ];
  for (const [what, drafts] of sets) {
    progress(`${drafts.length} ${what}`);
    for (let start = 0; start < drafts.length; start += BATCH) {
      signal?.throwIfAborted();
      await writeBatch(db, { what, drafts: drafts.slice(start, start + BATCH), now });
    }
  }
  await writeScenes(db);
  progress(`${ratings.length} ratings`);
  await db.query('analyze users, external_ids, titles');
  for (let start = 0; start < ratings.length; start += 2 * BATCH) {
    signal?.throwIfAborted();
    await writeRatings(db, ratings.slice(start, start + 2 * BATCH), now);
  }
}

/** Scenes that somebody has described here already stay theirs. */
async function writeScenes(db: Db): Promise<void> {
  const scenes = clipScenes();
  const clips = [...scenes.keys()];
  const ids = await resolveTitles(
    db,
    clips.map((value) => ({ source: 'clip', value })),
  );
  const lists = new Map(
    (
      await sceneListsOf(
        db,
        ids.filter((id) => id !== null),
      )
    ).map((list) => [list.titleId, list]),
  );
  for (const [at, clip] of clips.entries()) {
    const id = ids[at] ?? null;
    if (id !== null && lists.get(id)?.version === 0) await replaceScenes(db, id, scenes.get(clip) ?? []);
  }
}

async function writeBatch(db: Db, { what, drafts, now }: { what: string; drafts: readonly TitleDraft[]; now: Date }): Promise<void> {
  for (const written of await writeDrafts(db, drafts, now))
    if (written.outcome === 'REFUSED') throw new Error(`The demo's ${what} do not fit: ${written.message}`);
}
