import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useAccount } from '../account/account';
import { HomeDocument, type HomeQuery } from '../generated/documents';
import { ContinueRow } from '../lists/continue-row';
import { useGradually } from '../lists/gradually';
import { LiveList } from '../lists/live-list';
import { Newcomer } from '../lists/newcomer';
import { CardSkeletons } from '../lists/skeletons';
import { TitleRow } from '../lists/title-row';
import { later } from '../parts/later';
import { Empty, Failed } from '../parts/state';
import { useVisited } from '../parts/visit';
import { TitleCard } from '../titles/title-card';
import { useWords, type Word } from '../words/language';
import css from './home.module.css';

const Landing = later(() => import('./landing'));

/** What stands below what is recommended: the same for everybody. */
const ROWS: readonly (readonly [row: Exclude<keyof HomeQuery, 'met' | 'begun' | 'nearlyDone'>, heading: Word])[] = [
  ['trending', 'home.trending'],
  ['films', 'home.films'],
  ['shows', 'home.shows'],
  ['tracks', 'home.tracks'],
  ['books', 'home.books'],
  ['clips', 'home.clips'],
];
/** What fits below the first row on a large screen. */
const ROWS_AT_ONCE = 1;
const RECOMMENDED = { placement: 'home' };

/** The first page: rows of titles; who was never here is welcomed first. */
export function Home() {
  const account = useAccount();
  const visited = useVisited();
  return account === null && !visited ? <Landing /> : <Rows />;
}

function Rows() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(HomeDocument, { fetchPolicy: 'cache-and-network' });
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  const isLoading = !data && !error;
  const rows = data ? ROWS.filter(([row]) => data[row].length > 0) : [];
  // Who comes back to this page finds it whole, and stands where they stood.
  const drawn = useGradually(rows.length, data ? rows.length : ROWS_AT_ONCE);
  if (data && rows.length === 0) return <Empty title={t('home.empty')} />;
  return (
    <div className={css.rows}>
      <h1 className="unseen">{t('app.home')}</h1>
      {data?.met.nodes.length === 0 && <Newcomer />}
      {data && <ContinueRow begun={[...data.begun.nodes, ...data.nearlyDone.nodes]} />}
      {isLoading && <Waiting heading={t('home.recommended')} isLead />}
      {/* Asked for at once, shown when the row above it is known to be there or not: nothing moves down. */}
      <div className={css.lead} hidden={isLoading}>
        <LiveList heading={t('home.recommended')} input={RECOMMENDED} />
      </div>
      {error && !data && <Failed onRetry={() => void refetch()} />}
      {isLoading && ROWS.slice(0, 2).map(([row, heading]) => <Waiting key={row} heading={t(heading)} />)}
      {data &&
        rows.slice(0, drawn).map(([row, heading]) => (
          <TitleRow key={row} heading={t(heading)} isSquare={row === 'tracks'}>
            {data[row].map((title) => (
              <li key={title.id}>
                <TitleCard title={title} isKindSaid={row !== 'trending'} />
              </li>
            ))}
          </TitleRow>
        ))}
    </div>
  );
}

function Waiting({ heading, isLead = false }: { readonly heading: string; readonly isLead?: boolean }) {
  return (
    <div className={isLead ? css.lead : ''}>
      <TitleRow heading={heading}>
        <CardSkeletons count={8} look="row" />
      </TitleRow>
    </div>
  );
}
