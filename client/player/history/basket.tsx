import { useEffect, useRef, useState } from 'react';
import type { HistoryGroupFragment, HistoryTitleFragment, RowFate } from '../generated/documents';
import { Button } from '../parts/button';
import { Magnifier } from '../parts/icon';
import box from '../parts/search-box.module.css';
import { Empty, Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import css from './basket.module.css';
import { useChanges } from './changes';
import { Group } from './group';
import { useGroups } from './groups';
import { OtherTitle } from './other-title';

const TYPING_MS = 250;

interface BasketProps {
  readonly importId: string;
  readonly fate: RowFate;
}

/** One basket: its groups, and what can be done with them. Whoever decides by key goes on with the next group. */
export function Basket({ importId, fate }: BasketProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const { shown, state, ask, drop, rename } = useGroups({ importId, fate, search });
  const { means, leaveOut, isBusy } = useChanges(importId);
  const [looking, setLooking] = useState<HistoryGroupFragment | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly isFault: boolean }>({ text: '', isFault: false });
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const tell = async (taken: Promise<boolean>, text: string): Promise<boolean> => {
    const isTaken = await taken;
    setSaid(isTaken ? { text, isFault: false } : { text: t('history.notChanged'), isFault: true });
    return isTaken;
  };
  const leaves = (group: HistoryGroupFragment): void => {
    const at = shown?.groups.indexOf(group) ?? -1;
    const next = list.current?.children[at + 1] ?? list.current?.children[at - 1];
    (next instanceof HTMLElement ? next : heading.current)?.focus({ preventScroll: true });
    drop(group.name);
  };
  const mean = async (group: HistoryGroupFragment, title: HistoryTitleFragment | null): Promise<void> => {
    setLooking(null);
    const { name } = group;
    const text = title === null ? t('history.said.none', { name }) : t('history.said.title', { name, title: title.name });
    if (!(await tell(means(group, title?.id ?? null), text))) return;
    // Among the sure ones it stays, as another title.
    if (fate === 'SURE' && title !== null) rename(name, title);
    else leaves(group);
  };
  const leave = async (group: HistoryGroupFragment, leftOut: boolean): Promise<void> => {
    const text = t(leftOut ? 'history.said.leftOut' : 'history.said.counts', { name: group.name });
    if (await tell(leaveOut(group, leftOut), text)) leaves(group);
  };

  const groups = shown?.groups ?? [];
  return (
    <section className={css.basket} aria-labelledby="history-basket">
      <header className={css.head}>
        <h2 id="history-basket" ref={heading} tabIndex={-1}>
          {t(`history.fate.${fate}`)}
        </h2>
        <p className={css.why}>{t(`history.fate.${fate}.why`)}</p>
      </header>
      <search className={`${box.box} ${css.search}`}>
        <Magnifier />
        <input
          type="search"
          value={typed}
          placeholder={t('history.search')}
          aria-label={t('history.search')}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
      </search>
      <p role={said.isFault ? 'alert' : 'status'} className={said.isFault ? css.fault : css.said}>
        {said.text}
      </p>
      {shown === null && state === 'loading' && <Bones />}
      {shown !== null && groups.length === 0 && <Empty title={t(search === '' ? 'history.basket.empty' : 'history.basket.notFound')} />}
      <ul ref={list} className={css.groups} aria-busy={shown === null && state === 'loading'}>
        {groups.map((group) => (
          <li key={`${group.name} ${group.title?.id} ${group.number}`} tabIndex={-1} aria-label={group.name}>
            <Group
              group={group}
              isBusy={isBusy}
              onMean={(...said) => void mean(...said)}
              onOther={setLooking}
              onLeave={(...said) => void leave(...said)}
            />
          </li>
        ))}
      </ul>
      {state === 'failed' && <Failed onRetry={() => void ask(shown?.after ?? null)} />}
      {shown !== null && shown.total > 0 && (
        <div className={css.end}>
          <span>{t('history.groups', { shown: groups.length, count: shown.total })}</span>
          {shown.after !== null && (
            <Button disabled={state === 'loading'} onClick={() => void ask(shown.after)}>
              {t('list.more')}
            </Button>
          )}
        </div>
      )}
      {looking && <OtherTitle group={looking} onTitle={(title) => void mean(looking, title)} onClose={() => setLooking(null)} />}
    </section>
  );
}

function Bones() {
  return (
    <Loading>
      {[...Array(4).keys()].map((at) => (
        <Skeleton key={at} className={css.bone} />
      ))}
    </Loading>
  );
}
