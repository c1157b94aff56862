import type { MoodPlaceFragment } from '../generated/documents';
import { useSay } from '../words/say';

type Place = Pick<MoodPlaceFragment, 'fit' | 'title'>;

const MINUTE = 60;

/** What of a title fits into the time, in words; empty where no time was told. */
export function useFitWords() {
  const say = useSay();
  const lengthOf = (seconds: number): string => say.length({ seconds, pages: null });
  return ({ fit, title }: Place, availableSeconds: number | null): string => {
    if (fit === null || availableSeconds === null) return '';
    const length = lengthOf(fit.seconds);
    if (fit.episode) return [say.episode(fit.episode), fit.episode.name, length].filter(Boolean).join(' · ');
    if (fit.pages !== null && title.pages !== null)
      return fit.pages < title.pages
        ? say.t('mood.fit.pages', { to: fit.pages, pages: title.pages, length })
        : say.t('mood.fit.book', { count: fit.pages, length });
    if (fit.playlist) return say.t('mood.fit.track', { length: say.length(title), sum: length });
    const spare = availableSeconds - fit.seconds;
    return spare < MINUTE ? length : say.t('mood.fit.spare', { length, spare: lengthOf(spare) });
  };
}
