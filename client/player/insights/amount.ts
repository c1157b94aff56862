import { useWords } from '../words/language';
import { useSay } from '../words/say';
import type { Measure } from './view';

export interface Sums {
  readonly plays: number;
  readonly seconds: number;
}

const HOUR = 3_600;
/** From so many hours on minutes say nothing. */
const MANY_HOURS = 10;

/** What a bar is as long as. */
export const amountIn = ({ plays, seconds }: Sums, measure: Measure): number => (measure === 'time' ? seconds : plays);

/** The most first, by what is measured. */
export const ordered = <Sum extends Sums>(sums: readonly Sum[], measure: Measure): readonly Sum[] =>
  [...sums].sort((a, b) => amountIn(b, measure) - amountIn(a, measure));

/** By time, unless of most plays nobody knows how long they were. */
export const tellingMeasure = ({ playCount, unknownSeconds }: { readonly playCount: number; readonly unknownSeconds: number }): Measure =>
  unknownSeconds * 2 > playCount ? 'plays' : 'time';

/** Amounts in words. */
export function useAmounts() {
  const { t, language } = useWords();
  const say = useSay();
  const time = (seconds: number): string =>
    seconds < MANY_HOURS * HOUR
      ? say.length({ seconds: Math.round(seconds), pages: null })
      : t('insights.hours', { hours: new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(seconds / HOUR) });
  const plays = (count: number): string => t('insights.plays', { count });
  return {
    time,
    plays,
    /** As long as its bar. */
    amount: (sums: Sums, measure: Measure): string => (measure === 'time' ? time(sums.seconds) : plays(sums.plays)),
    /** All of it. */
    both: (sums: Sums): string => `${time(sums.seconds)}, ${plays(sums.plays)}`,
  };
}
