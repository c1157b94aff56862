import { cutYear } from '../core/import-field';
import type { SceneDraft } from '../core/scene/scene';
import { CreditRole, TitleKind } from '../core/title';
import type { TitleDraft } from '../core/title-draft';
import { listOf, readRows } from './files';
import { people } from './movies';

/** Genres that do not begin with one capital letter alone. */
const SPELT: Readonly<Record<string, string>> = { 'r&b': 'R&B', edm: 'EDM' };

const genresOf = (cell: string): readonly string[] =>
  listOf(cell).map((genre) => SPELT[genre] ?? genre.charAt(0).toUpperCase() + genre.slice(1));

const externalId = (text: string) => {
  const [source = '', value = ''] = text.split(':');
  return { source, value };
};

/** The books of goodbooks-10k that have pages or genres. */
export function bookDrafts(): readonly TitleDraft[] {
  return readRows('books/books.csv').map((row) => ({
    kind: TitleKind.BOOK,
    externalIds: [externalId(row('id'))],
    name: row('title'),
    year: row('year') === '' ? null : Math.trunc(Number(row('year'))),
    genres: genresOf(row('genres')),
    pages: Number(row('pages')) || undefined,
    attributes: { rating: Number(row('rating')), ratingCount: Number(row('ratings_count')), language: row('language') || undefined },
    credits: people(CreditRole.AUTHOR, row('authors').split(', ').join('|')),
  }));
}

/** The tracks of the Spotify set with their audio facts. */
export function trackDrafts(): readonly TitleDraft[] {
  return readRows('tracks/tracks.csv').map((row) => ({
    kind: TitleKind.TRACK,
    externalIds: [externalId(row('id'))],
    name: row('title'),
    year: Number(row('year')) || null,
    genres: genresOf(row('genres')),
    seconds: Math.round(Number(row('duration_ms')) / 1000),
    attributes: {
      popularity: Number(row('popularity')),
      album: row('album'),
      subgenres: listOf(row('subgenres')),
      // A tempo of 0 means that none was found.
      tempo: Number(row('tempo_bpm')) || undefined,
      energy: Number(row('energy')),
      valence: Number(row('valence')),
      danceability: Number(row('danceability')),
      acousticness: Number(row('acousticness')),
      instrumentalness: Number(row('instrumentalness')),
    },
    credits: people(CreditRole.ARTIST, row('artist')),
  }));
}

/** Described scenes of clips, by the external id of the clip. */
export function clipScenes(): ReadonlyMap<string, readonly SceneDraft[]> {
  const scenes = new Map<string, SceneDraft[]>();
  for (const row of readRows('scenes/scenes.csv')) {
    const of = scenes.get(row('movieId')) ?? [];
    of.push({ id: null, fromSeconds: Number(row('fromSeconds')), toSeconds: Number(row('toSeconds')), keywords: listOf(row('keywords')) });
    scenes.set(row('movieId'), of);
  }
  return scenes;
}

/** The hosted clips, facts only: nine shelves of four, with the genres of the films that they belong to. */
export function clipDrafts(movies: readonly TitleDraft[]): readonly TitleDraft[] {
  const genres = new Map(movies.map((movie) => [movie.externalIds[0]?.value, movie.genres]));
  return readRows('clips/clips.csv').map((row) => ({
    kind: TitleKind.VIDEO,
    externalIds: [{ source: 'clip', value: row('movieId') }],
    ...cutYear(row('name')),
    category: row('category'),
    genres: genres.get(row('movieId')) ?? [],
    seconds: Number(row('seconds')),
  }));
}
