import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'wouter';
import { HistoryImportsDocument } from '../generated/documents';
import { When } from '../me/when';
import { Button } from '../parts/button';
import { Empty, Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import { isAtWork } from './import';
import { useImportWords } from './import-words';
import css from './imports.module.css';

const POLL_MS = 1_500;

/** What one has brought so far, the newest first. */
export function Imports() {
  const { t } = useWords();
  const { nameOf, standing } = useImportWords();
  const [isFollowed, setFollowed] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(HistoryImportsDocument, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: isFollowed ? POLL_MS : 0,
  });
  const imports = data?.historyImports.nodes;
  const { hasNextPage = false, endCursor = null } = data?.historyImports.pageInfo ?? {};
  const isAnyAtWork = imports?.some(isAtWork) === true;
  if (isFollowed !== isAnyAtWork) setFollowed(isAnyAtWork);
  return (
    <section className={css.part} aria-labelledby="history-imports">
      <h2 id="history-imports">{t('history.imports')}</h2>
      {!imports && error && <Failed onRetry={() => void refetch().catch(() => {})} />}
      {!imports && !error && (
        <Loading>
          <Skeleton className={css.bone} />
        </Loading>
      )}
      {imports?.length === 0 && <Empty title={t('history.imports.none')} />}
      <ul className={css.list}>
        {imports?.map((each) => (
          <li key={each.id}>
            <Link href={`/history/${each.id}`} className={css.import}>
              <span className={css.name}>{nameOf(each)}</span>
              <span className={css.facts}>
                <span data-state={each.state}>{standing(each)}</span>
                <When at={each.createdAt} timeZone={null} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className={css.more} onClick={() => void fetchMore({ variables: { after: endCursor } }).catch(() => {})}>
          {t('list.more')}
        </Button>
      )}
    </section>
  );
}
