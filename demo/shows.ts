import { CreditRole, TitleKind } from '../core/title';
import type { TitleDraft } from '../core/title-draft';
import { readText } from './files';
import { people } from './movies';

/** A show as demo/data/shows/shows.json tells it; `minutes` is the usual length of an episode. */
interface Show {
  readonly id: string;
  readonly imdb: string;
  readonly name: string;
  readonly year: number;
  readonly genres: readonly string[];
  readonly certificate: string;
  readonly creators: readonly string[];
  readonly actors: readonly string[];
  readonly seasons: readonly {
    readonly number: number;
    readonly year: number;
    readonly minutes: number;
    readonly episodes: readonly string[];
  }[];
}

/** Shows first, then their episodes: an episode needs its show to be there. */
export function showDrafts(): { readonly shows: readonly TitleDraft[]; readonly episodes: readonly TitleDraft[] } {
  const shows: readonly Show[] = JSON.parse(readText('shows/shows.json'));
  return { shows: shows.map(showOf), episodes: shows.flatMap(episodesOf) };
}

function showOf(show: Show): TitleDraft {
  const { name, year, certificate } = show;
  const credits = [...people(CreditRole.CREATOR, show.creators.join('|')), ...people(CreditRole.ACTOR, show.actors.join('|'))];
  const externalIds = [
    { source: 'demo', value: show.id },
    { source: 'imdb', value: show.imdb },
  ];
  return { kind: TitleKind.SHOW, externalIds, name, year, genres: show.genres, certificate, credits };
}

function episodesOf(show: Show): readonly TitleDraft[] {
  return show.seasons.flatMap((season) =>
    season.episodes.map((name, index) => ({
      kind: TitleKind.EPISODE,
      externalIds: [{ source: 'demo', value: `${show.id}-s${season.number}e${index + 1}` }],
      name,
      year: season.year,
      genres: show.genres,
      certificate: show.certificate,
      seconds: season.minutes * 60,
      parent: { source: 'demo', value: show.id },
      season: season.number,
      number: index + 1,
    })),
  );
}
