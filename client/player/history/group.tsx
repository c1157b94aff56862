import { Link } from 'wouter';
import type { HistoryGroupFragment, HistoryTitleFragment } from '../generated/documents';
import { Button } from '../parts/button';
import { Poster } from '../titles/poster';
import { useWords } from '../words/language';
import { dayOf } from './days';
import css from './group.module.css';
import { saidOf } from './import-words';
import { PosterChoice } from './poster-choice';

interface GroupProps {
  readonly group: HistoryGroupFragment;
  readonly isBusy: boolean;
  readonly onMean: (group: HistoryGroupFragment, title: HistoryTitleFragment | null) => void;
  readonly onOther: (group: HistoryGroupFragment) => void;
  readonly onLeave: (group: HistoryGroupFragment, leftOut: boolean) => void;
}

/** Rows of one name: what they are called in the file, what they count as, and the ways to say otherwise. */
export function Group({ group, isBusy, onMean, onOther, onLeave }: GroupProps) {
  const { t, language } = useWords();
  const { fate, title, candidates } = group;
  const days = [group.firstAt, group.lastAt].flatMap((at) => (at === null ? [] : dayOf(at, language)));
  const facts = [t('history.rows', { count: group.rows }), [...new Set(days)].join(' – ')].filter(Boolean);
  return (
    <div className={css.group} data-fate={fate}>
      {title && (
        <Link href={`/title/${title.id}`} className={css.picture} tabIndex={-1} aria-hidden="true">
          <Poster title={title} />
        </Link>
      )}
      <div className={css.words}>
        <h3 className={css.name}>
          {title ? (
            <Link href={`/title/${title.id}`}>{title.year === null ? title.name : `${title.name} (${title.year})`}</Link>
          ) : (
            group.name || t('history.nameless')
          )}
        </h3>
        {group.text !== (title?.name ?? group.name) && group.text !== '' && (
          <p className={css.text}>{t('history.inFile', { text: group.text })}</p>
        )}
        <p className={css.facts}>{facts.join(' · ')}</p>
        {group.reason !== null && <p className={css.facts}>{saidOf('reason', group.reason)}</p>}
      </div>
      {fate === 'ASK' && (
        <ul className={css.candidates}>
          {candidates.map((candidate) => (
            <li key={candidate.title.id}>
              <PosterChoice title={candidate.title} isBusy={isBusy} onChoose={() => onMean(group, candidate.title)} />
            </li>
          ))}
        </ul>
      )}
      {fate !== 'DROPPED' && (
        <div className={css.ways}>
          {fate === 'LEFT_OUT' ? (
            <Button disabled={isBusy} onClick={() => onLeave(group, false)}>
              {t('history.countAgain')}
            </Button>
          ) : (
            <>
              <Button disabled={isBusy} onClick={() => onOther(group)}>
                {t(fate === 'SURE' ? 'history.change' : 'history.other')}
              </Button>
              {fate === 'ASK' && (
                <Button look="quiet" disabled={isBusy} onClick={() => onMean(group, null)}>
                  {t('history.none')}
                </Button>
              )}
              <Button look="quiet" disabled={isBusy} onClick={() => onLeave(group, true)}>
                {t('history.leaveOut')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
