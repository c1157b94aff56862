import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { isMissing } from '../api/missing';
import { useNames } from '../blend/names';
import { InsightsBlendDocument, InsightsDocument, type InsightsInput } from '../generated/documents';
import { Button, buttonLook } from '../parts/button';
import { Empty, Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import { tellingMeasure } from './amount';
import { Facts } from './facts';
import { Filters } from './filters';
import { Hidden } from './hidden';
import css from './page.module.css';
import { People } from './people';
import { rangeOf, yearsBetween } from './period';
import { Person } from './person';
import type { AskedPlays } from './plays';
import { PlaysBehind } from './plays-behind';
import { Shared } from './shared';
import type { View } from './view';

const PLACES = 20;

interface LookedProps {
  readonly view: View;
  readonly timeZone: string;
  readonly now: Date;
  readonly onView: (next: Partial<View>) => void;
}

/** The numbers of one view, and ways to another. */
export function Looked({ view, timeZone, now, onView }: LookedProps) {
  const { t } = useWords();
  const { nameOf } = useNames();
  const { blendId, importId, kind, period } = view;
  const input = useMemo<InsightsInput>(
    () => ({ blendId, importId, kinds: kind === null ? null : [kind], ...rangeOf(period, now, timeZone), timeZone, first: PLACES }),
    [blendId, importId, kind, period, now, timeZone],
  );
  const { data, previousData, error, loading, refetch } = useQuery(InsightsDocument, {
    variables: { input },
    fetchPolicy: 'cache-and-network',
  });
  const blend = useQuery(InsightsBlendDocument, { variables: { id: blendId ?? '' }, skip: blendId === null }).data?.blend;
  const [opened, setOpened] = useState<{ readonly heading: string; readonly asked: AskedPlays } | null>(null);
  const [years, setYears] = useState<readonly number[]>([]);
  const insights = (data ?? previousData)?.insights;
  const own = insights?.people[0];
  const person = insights?.people.find(({ userId }) => userId === view.userId) ?? own;
  const isUnfiltered = period === 'all' && kind === null && !loading;
  const known = isUnfiltered && own?.first && own.last ? yearsBetween(own.first.occurredAt, own.last.occurredAt, timeZone) : [];
  if (known.length > 0 && known.join() !== years.join()) setYears(known);
  if (!insights && isMissing(error)) return <Missing view={view} />;
  if (!insights && error) return <Failed onRetry={() => void refetch().catch(() => {})} />;
  if (!insights || !own || !person)
    return (
      <Loading>
        <div className={css.shown}>
          <Skeleton className={css.bone} />
          <Skeleton className={css.bone} />
        </div>
      </Loading>
    );
  const members = blend?.members ?? [];
  const called = (userId: string): string => nameOf(members, userId);
  const measure = view.measure ?? tellingMeasure(person);
  const isNarrow = kind !== null || period !== 'all';
  const isHidden = person.months === null;
  const open = (heading: string, of: AskedPlays['of']): void => setOpened({ heading, asked: { input, userId: person.userId, of } });
  if (insights.plays === 0 && !isNarrow) return <Nothing />;
  return (
    <>
      <Filters view={view} measure={measure} years={years} onView={onView} />
      {importId !== null && (
        <p className={css.what}>
          {t('insights.onlyImport')} <Link href="/insights">{t('insights.everything')}</Link>
        </p>
      )}
      <div className={`${css.shown} ${loading && !data ? css.old : ''}`} aria-busy={loading && !data}>
        {insights.shared && blendId !== null && <Shared shared={insights.shared} blendId={blendId} nameOf={called} />}
        {insights.people.length > 1 && <People people={insights.people} shown={person.userId} nameOf={called} onView={onView} />}
        {blendId !== null && insights.people.length === 1 && members.length > 1 && (
          <p className={css.what}>{t('insights.period.private')}</p>
        )}
        {person.playCount === 0 && (
          <Empty title={t('insights.nothingHere')}>
            {isNarrow && <Button onClick={() => onView({ kind: null, period: 'all' })}>{t('insights.everything')}</Button>}
          </Empty>
        )}
        {person.playCount > 0 && (
          <>
            <Facts person={person} timeZone={insights.timeZone} onPlays={() => open(t('insights.allPlays'), {})} />
            {isHidden && blendId !== null && <Hidden name={called(person.userId)} blendId={blendId} />}
            <Person person={person} timeZone={insights.timeZone} measure={measure} onOpen={isHidden ? null : open} />
          </>
        )}
      </div>
      {opened && <PlaysBehind {...opened} timeZone={insights.timeZone} onClose={() => setOpened(null)} />}
    </>
  );
}

function Nothing() {
  const { t } = useWords();
  return (
    <Empty title={t('insights.nothing')}>
      <div className={css.ways}>
        <Link href="/history" className={buttonLook('strong')}>
          {t('history.menu')}
        </Link>
        <Link href="/" className={buttonLook('plain')}>
          {t('state.toHome')}
        </Link>
      </div>
    </Empty>
  );
}

function Missing({ view }: { readonly view: View }) {
  const { t } = useWords();
  return (
    <Empty title={t(view.blendId === null ? 'history.missing' : 'blend.missing')}>
      <Link href="/insights" className={buttonLook('strong')}>
        {t('insights.own')}
      </Link>
    </Empty>
  );
}
