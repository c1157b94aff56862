import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useOwner } from '../account/owner';
import { apollo } from '../api/apollo';
import { useLiveBlend } from '../blend/live-blend';
import { useNames } from '../blend/names';
import { BlendSkeleton } from '../blend/skeleton';
import { Together } from '../blend/together';
import { LeaveBlendDocument } from '../generated/documents';
import { buttonLook } from '../parts/button';
import { Empty, Failed } from '../parts/state';
import { useWords } from '../words/language';

const STEP = 20;
const MOST = 100;

/** One blend: the list, live, and all that its members agree on. */
export default function BlendPage() {
  const { id = '' } = useParams();
  const owner = useOwner();
  // Another person sees another blend under the same address, or none.
  return <Shown key={`${owner} ${id}`} id={id} />;
}

function Shown({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { blendName } = useNames();
  const [first, setFirst] = useState(STEP);
  const [isLeaving, setLeaving] = useState(false);
  const { blend, state, status, ask, changed } = useLiveBlend(id, first);
  const name = blend === null ? t('blend.heading') : blendName(blend);
  useEffect(() => {
    document.title = `${name} · ${t('app.name')}`;
  }, [name, t]);
  const leave = async (): Promise<boolean> => {
    setLeaving(true);
    const isOut = await apollo.mutate({ mutation: LeaveBlendDocument, variables: { id } }).then(
      (answer) => answer.data?.leaveBlend.left === true,
      () => false,
    );
    setLeaving(isOut);
    if (isOut) go('/blend');
    return isOut;
  };
  if (state === 'failed') return <Failed onRetry={() => void ask()} />;
  // To who is on the way out a push may say first that there is no such blend any more.
  if (state === 'loading' || (blend === null && isLeaving)) return <BlendSkeleton />;
  if (blend === null)
    return (
      <Empty title={t('blend.missing')}>
        <p>{t('blend.missing.why')}</p>
        <Link href="/blend" className={buttonLook('strong')}>
          {t('blend.all')}
        </Link>
      </Empty>
    );
  return (
    <Together
      blend={blend}
      status={status}
      hasMore={first < MOST && blend.titles.length >= first}
      onMore={() => setFirst(Math.min(MOST, first + STEP))}
      onLeave={leave}
      changed={changed}
    />
  );
}
