import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import css from '../blend/blends.module.css';
import { useNames } from '../blend/names';
import { NewBlend } from '../blend/new-blend';
import { BlendsDocument } from '../generated/documents';
import { Button } from '../parts/button';
import { Empty, Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';

/** One's blends, and a way to a new one. */
export default function Blends() {
  const { t, language } = useWords();
  const { blendName, joined, nameOf } = useNames();
  const { data, error, refetch, fetchMore } = useQuery(BlendsDocument, { fetchPolicy: 'cache-and-network' });
  useEffect(() => {
    document.title = `${t('blend.heading')} · ${t('app.name')}`;
  }, [t]);
  const blends = data?.blends.nodes;
  const { hasNextPage = false, endCursor = null } = data?.blends.pageInfo ?? {};
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{t('blend.heading')}</h1>
        <p className={css.what}>{t('blend.what')}</p>
      </header>
      <NewBlend />
      <section className={css.mine} aria-labelledby="my-blends">
        <h2 id="my-blends">{t('blend.mine')}</h2>
        {!blends && error && <Failed onRetry={() => void refetch()} />}
        {!blends && !error && (
          <Loading>
            <Skeleton className={css.bone} />
          </Loading>
        )}
        {blends?.length === 0 && <Empty title={t('blend.none')} />}
        <ul className={css.list}>
          {blends?.map((blend) => (
            <li key={blend.id}>
              <Link href={`/blend/${blend.id}`} className={css.blend}>
                <span className={css.name}>{blendName(blend)}</span>
                <span className={css.facts}>
                  {blend.name !== null && <span>{joined(blend.members.map(({ userId }) => nameOf(blend.members, userId)))}</span>}
                  <span>
                    {t('blend.made', {
                      date: new Date(blend.createdAt).toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' }),
                    })}
                  </span>
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
      <Link href="/blend/hidden" className={css.hidden}>
        {t('hidden.heading')}
      </Link>
    </div>
  );
}
