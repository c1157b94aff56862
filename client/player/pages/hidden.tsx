import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import blend from '../blend/blend.module.css';
import css from '../blend/hidden.module.css';
import { HiddenList } from '../blend/hidden-list';
import { HideSome } from '../blend/hide-some';
import { useHiding } from '../blend/hiding';
import { HistoryDocument, type HistoryQuery } from '../generated/documents';
import me from '../me/me.module.css';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';

const PAGE = 50;

/** What somebody keeps out of all their blends: one by one, or much at once. */
export default function Hidden() {
  const { t } = useWords();
  const { titles, error, retry, hiddenCount, hasFailed, hide } = useHiding();
  const past = useQuery(HistoryDocument, { variables: { first: PAGE }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  useEffect(() => {
    document.title = `${t('hidden.heading')} · ${t('app.name')}`;
  }, [t]);
  const hidden = new Set(titles?.map(({ id }) => id));
  const watched = showsOf(past.data?.history.nodes ?? []).filter(({ id }) => !hidden.has(id));
  const { hasNextPage = false, endCursor = null } = past.data?.history.pageInfo ?? {};
  return (
    <div className={blend.page}>
      <header className={blend.name}>
        <Link href="/blend" className={blend.all}>
          {t('blend.all')}
        </Link>
        <h1>{t('hidden.heading')}</h1>
        <p className={me.why}>{t('hidden.why')}</p>
      </header>
      <div className={blend.who}>
        <HideSome onHide={(input) => void hide(input)} />
        <p role="status" className={css.said}>
          {!hasFailed && hiddenCount !== null && t('hidden.done', { count: hiddenCount })}
        </p>
        <p role="alert" className={css.fault}>
          {hasFailed && t('blend.failed')}
        </p>
      </div>
      <div className={blend.main}>
        <HiddenList
          heading={t('hidden.list')}
          titles={titles ?? []}
          none={t('hidden.none')}
          does="hidden.show"
          onPick={(id) => void hide({ titleIds: [id], hidden: false })}
        >
          {titles === null && <Waiting error={error} retry={retry} />}
        </HiddenList>
        <HiddenList
          heading={t('hidden.watched')}
          titles={watched}
          none={t('hidden.watched.none')}
          does="hidden.hide"
          more={hasNextPage ? () => void past.fetchMore({ variables: { after: endCursor } }).catch(() => {}) : undefined}
          onPick={(id) => void hide({ titleIds: [id] })}
        >
          {!past.data && <Waiting error={past.error} retry={() => void past.refetch()} />}
        </HiddenList>
      </div>
    </div>
  );
}

function Waiting({ error, retry }: { readonly error: unknown; retry(): void }) {
  if (error) return <Failed onRetry={retry} />;
  return (
    <Loading>
      <Skeleton className={css.bone} />
    </Loading>
  );
}

/** What was watched, an episode as its show, each once. */
function showsOf(nodes: HistoryQuery['history']['nodes']) {
  const shows = nodes.flatMap(({ title }) => {
    if (title === null) return [];
    return [title.parent === null ? title : { ...title.parent, kind: 'SHOW', year: null }];
  });
  return [...new Map(shows.map(({ id, kind, name, year }) => [id, { id, kind, name, year }])).values()];
}
