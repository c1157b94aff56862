import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useAccount } from '../account/account';
import { ViewerDocument } from '../generated/documents';
import { Genres } from '../me/genres';
import { History } from '../me/history';
import css from '../me/me.module.css';
import { Profile } from '../me/profile';
import { Settings } from '../me/settings';
import { Who } from '../me/who';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';

/** A person's own page: what they like, what they watched, and how they want it. */
export default function Me() {
  const { t } = useWords();
  const isSignedIn = useAccount() !== null;
  const { data, error, refetch } = useQuery(ViewerDocument, { fetchPolicy: 'cache-and-network' });
  useEffect(() => {
    document.title = `${t('me.heading')} · ${t('app.name')}`;
  }, [t]);
  const person = data?.viewer;
  if (!person && error) return <Failed onRetry={() => void refetch()} />;
  if (!person)
    return (
      <Loading>
        <div className={css.page}>
          <Skeleton className={css.bone} />
          <Skeleton className={css.bone} />
        </div>
      </Loading>
    );
  return (
    <div key={person.id} className={css.page}>
      <h1 className={css.name}>{(isSignedIn && person.name) || t('me.heading')}</h1>
      <div className={css.who}>
        <Who person={person} />
      </div>
      <div className={css.main}>
        <Genres person={person} />
        <History timeZone={person.timeZone} />
      </div>
      <div className={css.side}>
        <Settings person={person} />
        {isSignedIn && <Profile person={person} />}
      </div>
    </div>
  );
}
