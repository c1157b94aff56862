import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useOwner } from '../account/owner';
import { isMissing } from '../api/missing';
import { InsightsReaderDocument } from '../generated/documents';
import { Looked } from '../insights/looked';
import css from '../insights/page.module.css';
import { addressOf, viewOf } from '../insights/view';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';

/** How one watches, or how the members of a blend do. */
export default function InsightsPage() {
  const owner = useOwner();
  // Another person has other numbers.
  return <Shown key={owner} />;
}

function Shown() {
  const { t } = useWords();
  const [, go] = useLocation();
  const view = viewOf(useSearch());
  const { data, error, refetch } = useQuery(InsightsReaderDocument);
  // Whole days are asked for: the same now gives the same question for as long as the page is open.
  const [now] = useState(() => new Date());
  const heading = t(view.blendId === null ? 'insights.heading' : 'insights.together');
  useEffect(() => {
    document.title = `${heading} · ${t('app.name')}`;
  }, [heading, t]);
  return (
    <div className={css.page}>
      <h1>{heading}</h1>
      {!data && error && !isMissing(error) && <Failed onRetry={() => void refetch().catch(() => {})} />}
      {!data && !error && (
        <Loading>
          <Skeleton className={css.bone} />
        </Loading>
      )}
      {data && (
        <Looked
          view={view}
          timeZone={data.viewer?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
          now={now}
          onView={(next) => go(addressOf({ ...view, ...next }), { replace: true })}
        />
      )}
    </div>
  );
}
