import type { LiveListFragment, ReasonWordsFragment, TitleCardFragment } from '../generated/documents';
import { useWords, type Word, wordOr } from './language';

type Length = Pick<TitleCardFragment, 'seconds' | 'pages'>;
type Shared = Readonly<Record<'people' | 'tags' | 'genres', readonly string[]>>;
type Cause = LiveListFragment['cause'];
type Said = Pick<ReasonWordsFragment, 'code' | 'text' | 'genre' | 'title'>;

/** As many as stand in two lines of a card. */
const MOST_SHARED = 3;
const HOUR = 3_600;
const MINUTE = 60;

/** Phrases that are made of facts, in the language in use. */
export function useSay() {
  const { t } = useWords();
  const genre = (name: string): string => wordOr(`genre.${name.toLowerCase().replaceAll(' ', '-')}`, name);
  return {
    t,
    genre,
    /** The kind of a title; nothing for one that is newer than this page. */
    kind: (kind: string): string => wordOr(`kind.${kind}`, ''),
    genres: (names: readonly string[]): string => names.map(genre).join(' · '),

    /** How long it is: hours and minutes, seconds below one minute, or pages; nothing where that is not known. */
    length({ seconds, pages }: Length): string {
      if (seconds === null) return pages === null ? '' : t('length.pages', { count: pages });
      if (seconds < MINUTE) return t('length.seconds', { seconds });
      const minutes = Math.round(seconds / MINUTE);
      if (seconds < HOUR) return t('length.minutes', { minutes });
      const hours = Math.floor(minutes / MINUTE);
      return minutes % MINUTE === 0 ? t('length.wholeHours', { hours }) : t('length.hours', { hours, minutes: minutes % MINUTE });
    },

    /** Where an episode stands in its show; nothing for what is none. */
    episode: ({ season, number }: { readonly season: number | null; readonly number: number | null }): string =>
      season === null || number === null ? '' : t('episode.at', { season, number }),

    /** Why a title stands in a list; the server's own words for a reason that is newer than this page or lacks its evidence. */
    reason({ code, text, genre: name, title }: Said): string {
      const lacks = (code === 'BECAUSE_WATCHED' || code === 'SIMILAR_TITLE') && title === null;
      const key = `reason.${code}` as Word;
      if (lacks || (code === 'LIKED_GENRE' && name === null)) return text;
      const values = { title: title?.name ?? '', genre: name === null ? '' : genre(name) };
      return wordOr(key, '') === '' ? text : t(key, values);
    },

    /** What two titles have in common, the most telling first. */
    shared({ people, tags, genres }: Shared): string {
      const facts = [...people, ...tags, ...genres.map(genre)].slice(0, MOST_SHARED).join(' · ');
      return facts === '' ? '' : t('title.also', { facts });
    },

    /** Why a list moved; nothing where there is nothing to say. */
    cause({ kind, title }: Cause): string {
      if (kind === 'EVENT' && title) return t('cause.EVENT', { title: title.name });
      return kind === 'EVENT' ? '' : wordOr(`cause.${kind}`, '');
    },
  };
}
