import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { ownerOf } from '../../sdk/token-owner';
import { useAccount } from '../account/account';
import { useLiveBlend } from '../blend/live-blend';
import { useNames } from '../blend/names';
import { BlendSkeleton } from '../blend/skeleton';
import { Together } from '../blend/together';
import { buttonLook } from '../parts/button';
import { Empty, Failed } from '../parts/state';
import { useWords } from '../words/language';

const STEP = 20;
const MOST = 100;

/** One blend: the list, live, and all that its members agree on. */
export default function BlendPage() {
  const { id = '' } = useParams();
  const account = useAccount();
  // Another person sees another blend under the same address, or none.
  return <Shown key={`${account && ownerOf(account.token)} ${id}`} id={id} />;
}

function Shown({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { blendName } = useNames();
  const [first, setFirst] = useState(STEP);
  const { blend, state, status, ask, changed } = useLiveBlend(id, first);
  const name = blend === null ? t('blend.heading') : blendName(blend);
  useEffect(() => {
    document.title = `${name} · ${t('app.name')}`;
  }, [name, t]);
  if (state === 'failed') return <Failed onRetry={() => void ask()} />;
  if (state === 'loading') return <BlendSkeleton />;
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
      onLeft={() => go('/blend')}
      changed={changed}
    />
  );
}
