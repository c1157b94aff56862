import { useWords } from '../words/language';
import { agoOf } from './ago';

/** A time as one tells it, with the exact one on hover. */
export function When({ at, timeZone }: { readonly at: string; readonly timeZone: string | null }) {
  const { language } = useWords();
  const time = new Date(at);
  const { amount, unit } = agoOf(time.getTime(), Date.now());
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: timeZone ?? undefined });
  return (
    <time dateTime={at} title={exact.format(time)}>
      {new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-amount, unit)}
    </time>
  );
}
