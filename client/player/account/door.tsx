import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect } from 'react';
import { Redirect, useSearch } from 'wouter';
import { DemoPeopleDocument } from '../generated/documents';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import { useAccount } from './account';
import css from './door.module.css';
import { placeAfter } from './entry';

interface DoorProps {
  readonly title: string;
  readonly why: string;
  /** Where whoever came in goes on, where the address names no place. */
  readonly next: string;
  readonly children: ReactNode;
}

/** What surrounds signing in and up: whoever is signed in goes on; where accounts are another's, it says so. */
export function Door({ title, why, next, children }: DoorProps) {
  const { t } = useWords();
  const search = useSearch();
  const isSignedIn = useAccount() !== null;
  const { data, error, refetch } = useQuery(DemoPeopleDocument, { skip: isSignedIn });
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  if (isSignedIn) return <Redirect to={placeAfter(search, next)} replace />;
  if (!data && error) return <Failed onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Loading>
        <Skeleton className={css.bone} />
      </Loading>
    );
  const isOurs = data.demo !== null;
  return (
    <section className={css.door} aria-labelledby="door">
      <header className={css.head}>
        <h1 id="door">{isOurs ? title : t('people.ownProvider')}</h1>
        <p className={css.why}>{isOurs ? why : t('people.ownProvider.why')}</p>
      </header>
      {isOurs && children}
    </section>
  );
}
