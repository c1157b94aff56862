import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Columns, columnsOf } from '../../core/columns';
import { confidenceOf } from '../../core/confidence';
import type { Interaction } from '../../core/interaction';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import { pastOf } from '../../core/past';
import { someFacts } from './facts';
import { anInteraction } from './interaction';

const FOLDER = join(__dirname, '..', '..', 'demo', 'data', 'movielens');

/** MovieLens small as Kinograph sees it, each person's newest fifth withheld. */
export interface Split {
  readonly columns: Columns;
  readonly people: readonly { readonly past: readonly Interaction[]; readonly withheld: readonly Interaction[] }[];
}

/** The split, or null where the data is not at hand. */
export function movielensSplit(): Split | null {
  if (!existsSync(join(FOLDER, 'ratings.csv'))) return null;
  const byUser = new Map<number, Interaction[]>();
  for (const interaction of ratings()) byUser.set(interaction.userId, [...(byUser.get(interaction.userId) ?? []), interaction]);
  const people = [...byUser.values()].map((all) => {
    const sorted = all.sort((a, b) => a.lastAt.getTime() - b.lastAt.getTime() || a.titleId - b.titleId);
    const cut = Math.floor(sorted.length * 0.8);
    return { past: sorted.slice(0, cut), withheld: sorted.slice(cut) };
  });
  return { columns: columnsOf(films()), people };
}

/** The pasts as the matrix that training reads; columns are catalogue rows. */
export function matrixOfPasts({ columns, people }: Split, settings: AlsSettings): InteractionMatrix {
  const options = { ...settings, asOf: new Date('2019-01-01T00:00:00Z') };
  const pasts = people.map(({ past }) => pastOf(columns, past, (interaction) => confidenceOf(interaction, options)));
  const start = [0];
  for (const { index } of pasts) start.push((start.at(-1) ?? 0) + index.length);
  return {
    rows: pasts.length,
    columns: columns.size,
    start: Int32Array.from(start),
    column: Int32Array.from(pasts.flatMap(({ index }) => [...index])),
    weight: Float32Array.from(pasts.flatMap(({ weight }) => [...weight])),
    preference: Uint8Array.from(pasts.flatMap(({ preference }) => [...preference])),
  };
}

function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(join(FOLDER, file)), { columns: true, bom: true });
}

function ratings(): Interaction[] {
  return rowsOf('ratings.csv').map(({ userId, movieId, rating, timestamp }) => {
    const at = new Date(Number(timestamp) * 1000);
    return anInteraction({
      userId: Number(userId),
      titleId: Number(movieId),
      rating: Number(rating),
      ratedAt: at,
      firstAt: at,
      lastAt: at,
    });
  });
}

function films() {
  return rowsOf('movies.csv').map(({ movieId, title = '', genres = '' }) =>
    someFacts(Number(movieId), {
      year: Number(/\((\d{4})\)\s*$/.exec(title)?.[1] ?? 0) || null,
      genres: genres.startsWith('(') ? [] : genres.split('|'),
    }),
  );
}
