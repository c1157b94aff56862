import DataLoader from 'dataloader';
import type { Caller } from '../core/caller';
import type { EngineComparison } from '../core/engine-comparison';
import type { JobStarter } from '../core/job';
import type { Model } from '../core/model';
import type { PersonalizeSettings } from '../core/personalize/settings';
import type { ShownOffer } from '../core/shop/offer';
import type { Credit, ExternalId, Tag, Title } from '../core/title';
import type { User } from '../core/user';
import { whyPersonalizeWaits } from '../flow/personalize-erase';
import { actorNames } from '../store/actor-names';
import { aliasesOf } from '../store/aliases';
import { creditsOf } from '../store/credits';
import type { Db } from '../store/database';
import { type SceneList, sceneListsOf } from '../store/described-scenes';
import { engineComparisons } from '../store/engine-comparisons';
import { episodesOf, nextEpisodes } from '../store/episodes';
import { modelsHolding } from '../store/erasures';
import { externalIdsOf } from '../store/external-ids';
import { startersOf } from '../store/job-starters';
import { modelsByIds } from '../store/models';
import { offersOf } from '../store/offers';
import { type Personality, personalitiesOf } from '../store/personality';
import { type PlacementServed, placementsServed } from '../store/placement-served';
import { type RowOfPlay, rowsOfPlays } from '../store/plays';
import { scenesOf } from '../store/scenes';
import { tagsOf } from '../store/tags';
import { titlesByIds } from '../store/titles';
import { usersByIds } from '../store/users';

/** Every edge of one request: one SQL statement each, however long the list. */
export interface Loaders {
  readonly title: DataLoader<number, Title | null>;
  readonly user: DataLoader<number, User | null>;
  readonly externalIds: DataLoader<number, readonly ExternalId[]>;
  readonly tags: DataLoader<number, readonly Tag[]>;
  readonly aliases: DataLoader<number, readonly string[]>;
  readonly credits: DataLoader<number, readonly Credit[]>;
  /** Of open shops. */
  readonly offers: DataLoader<number, readonly ShownOffer[]>;
  /** Null for a title that nobody played. */
  readonly scenes: DataLoader<number, readonly number[] | null>;
  /** With the version of all of a title; of none the version is 0. */
  readonly describedScenes: DataLoader<number, SceneList>;
  /** By the id of the show. */
  readonly episodes: DataLoader<number, readonly Title[]>;
  /** By the id of the show, for the viewer; null for anyone else. */
  readonly nextEpisode: DataLoader<number, Title | null>;
  /** By the id of a person; null for who rated too little. */
  readonly personality: DataLoader<number, Personality | null>;
  readonly model: DataLoader<number, Model | null>;
  /** By the id of an erasure: the models that may have learned from whom it is of. */
  readonly modelsHolding: DataLoader<number, readonly number[]>;
  /** By the id of an erasure that Personalize has still to do: why it waits. */
  readonly personalizeWaits: DataLoader<number, string | null>;
  /** Who asked for a job; null for one that nobody did. */
  readonly jobStarter: DataLoader<number, JobStarter | null>;
  /** The name of who stands in the audit, by `operator:3` or `key:7`; null for those that are gone. */
  readonly actorName: DataLoader<string, string | null>;
  /** By the time since when, in ms, and the name of a placement: `1763856000000 home`. */
  readonly placementServed: DataLoader<string, readonly PlacementServed[]>;
  /** By the same. */
  readonly engineComparisons: DataLoader<string, readonly EngineComparison[]>;
  /** By the id of an import and of an event that it made: `7 0b9f…`; null where the row is gone. */
  readonly rowOfPlay: DataLoader<string, RowOfPlay | null>;
}

const MOST_A_STATEMENT = 1_000;

/** Makes the loaders of one request; they cache, so they must not outlive it. */
export function createLoaders(db: Db, caller: Caller, personalize: PersonalizeSettings | null): Loaders {
  const viewerId = caller.kind === 'viewer' ? caller.userId : null;
  return {
    title: byId((ids) => titlesByIds(db, ids)),
    user: byId((ids) => usersByIds(db, ids)),
    externalIds: many((ids) => externalIdsOf(db, ids)),
    tags: many((ids) => tagsOf(db, ids)),
    aliases: many((ids) => aliasesOf(db, ids)),
    credits: many((ids) => creditsOf(db, ids)),
    offers: many((ids) => offersOf(db, ids)),
    scenes: inOrder(async (ids) => {
      const scenes = await scenesOf(db, ids);
      return ids.map((id) => scenes.get(id) ?? null);
    }),
    describedScenes: new DataLoader((ids) => sceneListsOf(db, ids), { maxBatchSize: MOST_A_STATEMENT }),
    episodes: many((ids) => episodesOf(db, ids)),
    nextEpisode: inOrder(async (ids) => {
      const next = viewerId === null ? null : await nextEpisodes(db, viewerId, ids);
      return ids.map((id) => next?.get(id) ?? null);
    }),
    personality: inOrder((ids) => personalitiesOf(db, ids)),
    model: inOrder((ids) => modelsByIds(db, ids)),
    modelsHolding: many((ids) => modelsHolding(db, ids)),
    personalizeWaits: inOrder(async (ids) => {
      const told = await whyPersonalizeWaits(db, personalize, ids);
      return ids.map((id) => told.get(id) ?? null);
    }),
    jobStarter: inOrder(async (ids) => {
      const starters = await startersOf(db, ids);
      return ids.map((id) => starters.get(id) ?? null);
    }),
    actorName: new DataLoader(
      async (actors: readonly string[]) => {
        const names = await actorNames(db, actors);
        return actors.map((actor) => names.get(actor) ?? null);
      },
      { maxBatchSize: MOST_A_STATEMENT },
    ),
    placementServed: new DataLoader((asked: readonly string[]) => sinceThen(db, placementsServed, asked)),
    engineComparisons: new DataLoader((asked: readonly string[]) => sinceThen(db, engineComparisons, asked)),
    rowOfPlay: new DataLoader(
      async (keys: readonly string[]) => {
        const pairs = keys.map((key) => key.split(' '));
        const rows = await rowsOfPlays(
          db,
          pairs.map(([importId, eventId = '']) => ({ importId: Number(importId), eventId })),
        );
        return pairs.map(([, eventId = '']) => rows.get(eventId) ?? null);
      },
      { maxBatchSize: MOST_A_STATEMENT },
    ),
  };
}

function inOrder<Row>(read: (ids: readonly number[]) => Promise<readonly (Row | null)[]>): DataLoader<number, Row | null> {
  return new DataLoader(read, { maxBatchSize: MOST_A_STATEMENT });
}

function byId<Row extends { readonly id: number }>(
  read: (ids: readonly number[]) => Promise<readonly Row[]>,
): DataLoader<number, Row | null> {
  return new DataLoader(
    async (ids) => {
      const rows = new Map((await read(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    },
    { maxBatchSize: MOST_A_STATEMENT },
  );
}

function many<Row>(read: (ids: readonly number[]) => Promise<ReadonlyMap<number, readonly Row[]>>): DataLoader<number, readonly Row[]> {
  return new DataLoader(
    async (ids) => {
      const rows = await read(ids);
      return ids.map((id) => rows.get(id) ?? []);
    },
    { maxBatchSize: MOST_A_STATEMENT },
  );
}

/** One statement for each time since when, of which a page asks for one or two. */
type OfPlacements<Row> = (db: Db, placements: readonly string[], since: Date) => Promise<readonly Row[]>;

async function sinceThen<Row extends { readonly placement: string }>(
  db: Db,
  read: OfPlacements<Row>,
  asked: readonly string[],
): Promise<readonly (readonly Row[])[]> {
  const pairs = asked.map((key) => key.split(' '));
  const found = new Map<string, readonly Row[]>();
  for (const since of new Set(pairs.map(([since = '']) => since))) {
    const names = pairs.flatMap(([time, name = '']) => (time === since ? [name] : []));
    found.set(since, await read(db, names, new Date(Number(since))));
  }
  return pairs.map(([since = '', name]) => found.get(since)?.filter(({ placement }) => placement === name) ?? []);
}
