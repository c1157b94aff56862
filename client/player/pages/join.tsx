import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAccount } from '../account/account';
import door from '../account/door.module.css';
import { forgetInvitation, invitationHere } from '../blend/invitation';
import { BlendInvitationDocument, type BlendInvitationQuery, JoinBlendDocument } from '../generated/documents';
import { Button, buttonLook } from '../parts/button';
import { Empty, Failed, Loading, Skeleton } from '../parts/state';
import { useWords, type Word } from '../words/language';

/** Where an invitation leads: who invites to what, and the way in. */
export default function Join() {
  const { t } = useWords();
  const [token, setToken] = useState(invitationHere);
  const { data, error, refetch } = useQuery(BlendInvitationDocument, {
    variables: { token: token ?? '' },
    skip: token === null,
    fetchPolicy: 'no-cache',
  });
  useEffect(() => {
    document.title = `${t('join.heading')} · ${t('app.name')}`;
    // Another link opened in the same tab changes nothing but what is behind the #.
    const follow = (): void => setToken(invitationHere());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [t]);
  if (token === null) return <Gone />;
  if (!data && error) return <Failed onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Loading>
        <Skeleton className={door.bone} />
      </Loading>
    );
  if (data.blendInvitation === null) return <Gone />;
  return <Invited token={token} invitation={data.blendInvitation} ask={() => void refetch()} />;
}

/** Says what to do where a link leads nowhere. */
function Gone() {
  const { t } = useWords();
  useEffect(forgetInvitation, []);
  return (
    <Empty title={t('join.gone')}>
      <p>{t('join.gone.why')}</p>
      <Link href="/blend" className={buttonLook('plain')}>
        {t('blend.all')}
      </Link>
    </Empty>
  );
}

interface InvitedProps {
  readonly token: string;
  readonly invitation: NonNullable<BlendInvitationQuery['blendInvitation']>;
  /** Asks again where it leads. */
  ask(): void;
}

function Invited({ token, invitation: { name, inviterName, memberCount, isFull, blendId }, ask }: InvitedProps) {
  const { t } = useWords();
  const [, go] = useLocation();
  const isSignedIn = useAccount() !== null;
  const [send] = useMutation(JoinBlendDocument);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Word | null>(null);
  const join = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    const joined = await send({ variables: { token } }).then(
      ({ data }) => data?.joinBlend,
      () => undefined,
    );
    setBusy(false);
    if (joined?.blend) {
      forgetInvitation();
      go(`/blend/${joined.blend.id}`, { replace: true });
      return;
    }
    const [{ code, field } = { code: null, field: null }] = joined?.userErrors ?? [];
    // It may have ended, or the last place may have been taken, while one was reading.
    if (code === 'NOT_FOUND' || (code === 'CONFLICT' && field === 'token')) ask();
    setFault(code === 'CONFLICT' && field !== 'token' ? 'blend.tooMany' : 'blend.failed');
  };
  return (
    <section className={door.door} aria-labelledby="join">
      <header className={door.head}>
        <h1 id="join">{inviterName === null ? t('join.heading') : t('join.by', { name: inviterName })}</h1>
        <p className={door.why}>{[name && t('join.to', { name }), t('join.count', { count: memberCount })].filter(Boolean).join(' ')}</p>
      </header>
      {blendId !== null && (
        <>
          <p>{t('join.already')}</p>
          <Link href={`/blend/${blendId}`} className={buttonLook('strong')}>
            {t('join.open')}
          </Link>
        </>
      )}
      {blendId === null && isFull && (
        <div>
          <p>{t('join.full')}</p>
          <p className={door.why}>{t('join.full.why')}</p>
        </div>
      )}
      {blendId === null && !isFull && (
        <>
          <p>{t('join.why')}</p>
          <Link href="/blend/hidden">{t('hidden.link')}</Link>
          <Button look="strong" aria-disabled={isBusy} onClick={() => !isBusy && void join()}>
            {t('join.join')}
          </Button>
        </>
      )}
      <p role="alert">{fault && t(fault)}</p>
      {blendId === null && !isSignedIn && (
        <p className={door.ways}>
          {t('join.account')} <Link href="/sign-in?to=/blend/join">{t('people.signIn')}</Link>
        </p>
      )}
    </section>
  );
}
