import { useQuery } from '@apollo/client/react';
import { type TitleCardFragment, WhatIfDocument } from '../generated/documents';
import { Button } from '../parts/button';
import { Answers, Dialog } from '../parts/dialog';
import { Failed, Loading, Skeleton } from '../parts/state';
import { Poster } from '../titles/poster';
import { useSay } from '../words/say';
import { differenceOf } from './difference';
import me from './me.module.css';
import css from './what-if.module.css';

/** The title that is thought away. */
export interface Without {
  readonly id: string;
  readonly name: string;
}

const COUNT = 20;

/** What one title of the past does: what would leave the list without it, and what would come. */
export function WhatIf({ without, onClose }: { readonly without: Without; onClose(): void }) {
  const { t } = useSay();
  const { data, error, refetch } = useQuery(WhatIfDocument, {
    variables: { without: [without.id], first: COUNT },
    fetchPolicy: 'network-only',
  });
  const change = data && differenceOf(data.with.items.nodes, data.without.items.nodes, without.id);
  const isSame = change?.leaves.length === 0 && change.comes.length === 0;
  return (
    <Dialog heading={t('whatIf.heading', { title: without.name })} onClose={onClose}>
      <p className={me.why}>{t('whatIf.why', { count: COUNT })}</p>
      {!change && error && <Failed onRetry={() => void refetch()} />}
      {!change && !error && (
        <Loading>
          <div className={css.sides}>
            <Skeleton className={css.bone} />
            <Skeleton className={css.bone} />
          </div>
        </Loading>
      )}
      {isSame && <p>{t('whatIf.same')}</p>}
      {change && !isSame && (
        <div className={css.sides}>
          <Side heading={t('whatIf.leaves')} places={change.leaves} look="leaves" />
          <Side heading={t('whatIf.comes')} places={change.comes} look="comes" />
        </div>
      )}
      <Answers>
        <Button onClick={onClose}>{t('people.dismiss')}</Button>
      </Answers>
    </Dialog>
  );
}

interface SideProps {
  readonly heading: string;
  readonly places: readonly { readonly rank: number; readonly title: TitleCardFragment }[];
  readonly look: 'leaves' | 'comes';
}

function Side({ heading, places, look }: SideProps) {
  const say = useSay();
  return (
    <section className={`${css.side} ${css[look]}`}>
      <h3>{heading}</h3>
      {places.length === 0 && <p className={me.why}>{say.t('whatIf.noneLeave')}</p>}
      <ol>
        {places.map(({ rank, title }) => (
          <li key={title.id} className={css.place}>
            <span className={css.picture}>
              <Poster title={title} />
            </span>
            <span className={css.words}>
              <span className={css.name}>{title.name}</span>
              <span className={css.facts}>{[`№ ${rank}`, say.kind(title.kind), title.year].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
