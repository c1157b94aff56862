import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { type HistoryGroupFragment, type HistoryTitleFragment, TitlesCalledDocument } from '../generated/documents';
import { Button } from '../parts/button';
import { Answers, Dialog } from '../parts/dialog';
import { Magnifier } from '../parts/icon';
import box from '../parts/search-box.module.css';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import css from './other-title.module.css';
import { PosterChoice } from './poster-choice';

const TYPING_MS = 250;
const LONGEST = 100;

interface OtherTitleProps {
  readonly group: HistoryGroupFragment;
  /** null: none of the titles here. */
  readonly onTitle: (title: HistoryTitleFragment | null) => void;
  readonly onClose: () => void;
}

/** Looks for the title that a group means; begins with its name, and with what was likely. */
export function OtherTitle({ group, onTitle, onClose }: OtherTitleProps) {
  const { t } = useWords();
  const named = group.name.slice(0, LONGEST);
  const [typed, setTyped] = useState(named);
  const [search, setSearch] = useState(named);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, previousData, error, refetch } = useQuery(TitlesCalledDocument, { variables: { search }, skip: search === '' });
  const found = (data ?? previousData)?.titles.nodes;
  const likely = group.candidates.map(({ title }) => title).filter(({ id }) => id !== group.title?.id);
  const isUntouched = typed === named;
  const known = new Set(likely.map(({ id }) => id));
  const titles = isUntouched ? [...likely, ...(found ?? []).filter(({ id }) => !known.has(id))] : (found ?? []);
  const shown = titles.filter(({ id }) => id !== group.title?.id);
  return (
    <Dialog heading={t('history.other.heading', { name: group.name })} onClose={onClose}>
      <search className={box.box}>
        <Magnifier />
        <input
          type="search"
          value={typed}
          placeholder={t('search.placeholder')}
          aria-label={t('app.search')}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
      </search>
      {!found && error && <Failed onRetry={() => void refetch().catch(() => {})} />}
      {!found && !error && search !== '' && (
        <Loading>
          <Skeleton className={css.bone} />
        </Loading>
      )}
      <p role="status" className={css.said}>
        {data && typed.trim() === search && shown.length === 0 && t('history.other.nothing')}
      </p>
      <ul className={css.titles}>
        {shown.map((title) => (
          <li key={title.id}>
            <PosterChoice title={title} isBusy={false} onChoose={() => onTitle(title)} />
          </li>
        ))}
      </ul>
      <Answers>
        {group.fate !== 'UNKNOWN' && (
          <Button look="quiet" onClick={() => onTitle(null)}>
            {t('history.none')}
          </Button>
        )}
        <Button onClick={onClose}>{t('me.cancel')}</Button>
      </Answers>
    </Dialog>
  );
}
