import { useMutation, useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { DeleteHistoryDocument, HistoryDocument } from '../generated/documents';
import { Button } from '../parts/button';
import { Answers, Dialog } from '../parts/dialog';
import { Empty, Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import { Downloads } from './downloads';
import css from './history.module.css';
import { HistoryRow } from './history-row';
import me from './me.module.css';
import { WhatIf, type Without } from './what-if';

const PAGE = 30;

/** What one has watched: to look at, to take along, to delete, and to ask what it does. */
export function History({ timeZone }: { readonly timeZone: string | null }) {
  const { t } = useWords();
  const { data, error, refetch, fetchMore } = useQuery(HistoryDocument, {
    variables: { first: PAGE },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [remove] = useMutation(DeleteHistoryDocument);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [without, setWithout] = useState<Without | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  const send = async (input: { readonly titleIds: string[] } | { readonly all: true }): Promise<boolean> => {
    const isDone = await remove({ variables: { input } }).then(
      (answer) => answer.data?.deleteHistory.userErrors.length === 0,
      () => false,
    );
    setFailed(!isDone);
    return isDone;
  };
  const drop = async (titleId: string): Promise<void> => {
    heading.current?.focus({ preventScroll: true });
    setGone((known) => new Set(known).add(titleId));
    if (await send({ titleIds: [titleId] })) return;
    setGone((known) => new Set([...known].filter((each) => each !== titleId)));
  };
  const dropAll = async (): Promise<void> => {
    setAsking(false);
    if (await send({ all: true })) await refetch().catch(() => {});
  };

  const rows = (data?.history.nodes ?? []).filter(({ title }) => title === null || !gone.has(title.id));
  const { hasNextPage = false, endCursor = null } = data?.history.pageInfo ?? {};
  return (
    <section className={me.part} aria-labelledby="history">
      <header className={me.head}>
        <h2 id="history" ref={heading} tabIndex={-1}>
          {t('me.history')}
        </h2>
        <nav className={css.tools} aria-label={t('me.history')}>
          <Link href="/insights">{t('insights.heading')}</Link>
          <Link href="/history">{t('history.menu')}</Link>
        </nav>
      </header>
      {hasFailed && <p role="alert">{t('me.history.notDeleted')}</p>}
      {!data && error && <Failed onRetry={() => void refetch()} />}
      {!data && !error && <Bones />}
      {data && rows.length === 0 && <Empty title={t('me.history.empty')} />}
      {rows.length > 0 && (
        <>
          <div className={css.tools}>
            <Downloads />
            <Button look="quiet" className={css.danger} onClick={() => setAsking(true)}>
              {t('me.history.deleteAll')}
            </Button>
          </div>
          <ul>
            {rows.map((past) => (
              <li key={past.title?.id ?? past.firstAt}>
                <HistoryRow past={past} timeZone={timeZone} onWhatIf={setWithout} onDelete={(id) => void drop(id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {hasNextPage && (
        <Button className={me.start} onClick={() => void fetchMore({ variables: { after: endCursor } }).catch(() => {})}>
          {t('list.more')}
        </Button>
      )}
      {without && <WhatIf without={without} onClose={() => setWithout(null)} />}
      {isAsking && (
        <Dialog heading={t('me.history.deleteAll.sure')} onClose={() => setAsking(false)}>
          <p className={me.why}>{t('me.history.deleteAll.why')}</p>
          <Answers>
            <Button onClick={() => setAsking(false)}>{t('me.cancel')}</Button>
            <Button className={css.danger} onClick={() => void dropAll()}>
              {t('me.history.deleteAll')}
            </Button>
          </Answers>
        </Dialog>
      )}
    </section>
  );
}

function Bones() {
  return (
    <Loading>
      {[...Array(6).keys()].map((at) => (
        <div key={at} className={css.row}>
          <Skeleton className={css.pictureBone} />
          <Skeleton className={css.wordsBone} />
        </div>
      ))}
    </Loading>
  );
}
