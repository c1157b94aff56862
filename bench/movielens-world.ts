import { type Columns, columnsOf } from '../core/columns';
import { confidenceOf } from '../core/confidence';
import { untouched } from '../core/fold-event';
import type { Interaction } from '../core/interaction';
import { type InteractionMatrix, likesPerColumn } from '../core/interaction-matrix';
import type { AlsSettings, Factors } from '../core/model';
import { gramOf } from '../core/normal-equations';
import { pastOf } from '../core/past';
import { type Tag, TitleState } from '../core/title';
import { movieDrafts } from '../demo/movies';
import { readRatings } from '../demo/ratings';
import { trainMatrix } from '../engine/training/train-matrix';
import type { Rating } from '../store/rating-history';

/** MovieLens small as Kinograph sees it, without a database: titles and people by their MovieLens ids. */
export interface World {
  /** Without what the ratings themselves say of a film: no count, no mean. */
  readonly columns: Columns;
  readonly tags: ReadonlyMap<number, readonly Tag[]>;
  readonly ratings: readonly Rating[];
  readonly people: readonly Person[];
}

export interface Person {
  readonly id: number;
  readonly interactions: readonly Interaction[];
}

/** After the last rating of the set. */
export const NOW = new Date('2019-01-01T00:00:00Z');

/** Reads the films of demo/data, and its ratings unless others are given. */
export function movielensWorld(ratings: readonly Rating[] = readRatings()): World {
  const drafts = movieDrafts(ratings, new Set());
  const idOf = (draft: (typeof drafts)[number]): number => Number(draft.externalIds.find(({ source }) => source === 'movielens')?.value);
  const facts = drafts.map((draft) => ({
    ...{ id: idOf(draft), kind: draft.kind, year: draft.year ?? null, genres: draft.genres ?? [], category: null, certificate: null },
    ...{ seconds: null, parentId: null, availability: [], attributes: {}, state: TitleState.LISTED, mergedIntoId: null },
  }));
  const people = new Map<number, Interaction[]>();
  for (const rating of ratings) {
    const past = people.get(Number(rating.userId)) ?? [];
    people.set(Number(rating.userId), past);
    past.push(interactionFrom(rating));
  }
  return {
    columns: columnsOf(facts),
    tags: new Map(drafts.map((draft) => [idOf(draft), draft.tags ?? []])),
    ratings,
    people: [...people].map(([id, interactions]) => ({ id, interactions })),
  };
}

/** A rating as the row of `interactions` that it becomes. */
export function interactionFrom({ userId, movieId, value, at }: Rating): Interaction {
  const occurredAt = new Date(at * 1000);
  return { ...untouched({ userId: Number(userId), titleId: Number(movieId), occurredAt }), rating: value, ratedAt: occurredAt };
}

/** Pasts as the matrix that training reads; columns are catalogue rows. */
export function matrixOf(columns: Columns, pasts: readonly (readonly Interaction[])[], settings: AlsSettings): InteractionMatrix {
  const options = { ...settings, asOf: NOW };
  const rows = pasts.map((past) => pastOf(columns, past, (interaction) => confidenceOf(interaction, options)));
  const start = [0];
  for (const { index } of rows) start.push((start.at(-1) ?? 0) + index.length);
  return {
    ...{ rows: rows.length, columns: columns.size, start: Int32Array.from(start) },
    column: Int32Array.from(rows.flatMap(({ index }) => [...index])),
    weight: Float32Array.from(rows.flatMap(({ weight }) => [...weight])),
    preference: Uint8Array.from(rows.flatMap(({ preference }) => [...preference])),
  };
}

/** A model of the titles that anybody had to do with, trained on a matrix whose columns are catalogue rows. */
export async function factorsFrom(columns: Columns, matrix: InteractionMatrix, settings: AlsSettings): Promise<Factors> {
  const { items } = await trainMatrix({ matrix, settings, threads: 1 });
  const { k } = settings;
  const met = [...new Set(matrix.column)].sort((a, b) => a - b);
  const likes = likesPerColumn(matrix);
  const stored = new Float32Array(met.length * k);
  met.forEach((row, at) => {
    stored.set(items.subarray(row * k, (row + 1) * k), at * k);
  });
  const titleIds = met.map((row) => columns.ids[row] as number);
  return {
    ...{ modelId: 1, settings, titleIds, items: stored, gram: gramOf(stored, k, settings.unobservedWeight) },
    indexOf: new Map(titleIds.map((id, at) => [id, at])),
    popularity: Float64Array.from(met, (row) => likes[row] as number),
  };
}
