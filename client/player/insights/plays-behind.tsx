import { Link } from 'wouter';
import type { PlayRowFragment } from '../generated/documents';
import { Button } from '../parts/button';
import { Answers, Dialog } from '../parts/dialog';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import { useAmounts } from './amount';
import { type AskedPlays, usePlays } from './plays';
import css from './plays-behind.module.css';
import { useTimes } from './times';

interface PlaysBehindProps {
  readonly heading: string;
  readonly asked: AskedPlays;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** The plays that a total is the sum of. */
export function PlaysBehind({ heading, asked, timeZone, onClose }: PlaysBehindProps) {
  const { t } = useWords();
  const { plays } = useAmounts();
  const { shown, state, ask } = usePlays(asked);
  return (
    <Dialog heading={heading} onClose={onClose}>
      <p role="status" className={css.count}>
        {shown && plays(shown.total)}
      </p>
      {shown === null && state === 'loading' && (
        <Loading>
          <Skeleton className={css.bone} />
        </Loading>
      )}
      <ol className={css.plays}>
        {shown?.plays.map((play, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plays have no id, and a page only grows at its end.
          <li key={at}>
            <PlayLine play={play} timeZone={timeZone} />
          </li>
        ))}
      </ol>
      {state === 'failed' && <Failed onRetry={() => void ask(shown?.after ?? null)} />}
      <Answers>
        {shown?.after != null && (
          <Button disabled={state === 'loading'} onClick={() => void ask(shown.after)}>
            {t('list.more')}
          </Button>
        )}
        <Button onClick={onClose}>{t('people.dismiss')}</Button>
      </Answers>
    </Dialog>
  );
}

interface PlayLineProps {
  readonly play: PlayRowFragment;
  readonly timeZone: string;
  /** Without the row of an import that it comes from. */
  readonly isShort?: boolean;
}

/** One play: what, when, how long, and the row of an import where it comes from one. */
export function PlayLine({ play, timeZone, isShort = false }: PlayLineProps) {
  const { t } = useWords();
  const { time } = useAmounts();
  const { playedAt } = useTimes(timeZone);
  const { title, importId, number, text } = play;
  return (
    <div className={css.play}>
      <Link href={`/title/${title.id}`} className={css.name}>
        {title.parent ? `${title.parent.name}: ${title.name}` : title.name}
      </Link>
      <span className={css.facts}>
        {[playedAt(play), play.seconds === null ? t('insights.lengthUnknown') : time(play.seconds)].join(' · ')}
      </span>
      {importId !== null && !isShort && (
        <Link href={`/history/${importId}`} className={css.from}>
          {t('insights.fromImport', { number: number ?? 0, text: text ?? '' })}
        </Link>
      )}
    </div>
  );
}
