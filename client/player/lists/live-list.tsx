import { useAutoAnimate } from '@formkit/auto-animate/react';
import { type ReactNode, type RefCallback, useId, useRef } from 'react';
import { useLiveList } from '../api/live-list';
import type { LiveListFragment, RecommendationsInput } from '../generated/documents';
import { Empty, Failed } from '../parts/state';
import { TitleCard } from '../titles/title-card';
import { useSay } from '../words/say';
import { useCalm } from './calm';
import { Live } from './live';
import css from './live-list.module.css';
import { CardSkeletons } from './skeletons';
import { TitleRow } from './title-row';

interface LiveListProps {
  readonly heading: string;
  /** The same object between draws. */
  readonly input: RecommendationsInput;
  readonly first?: number;
  /** `row` scrolls sideways; `side` stands beside the player. */
  readonly look?: 'row' | 'side';
}

type Place = LiveListFragment['items']['nodes'][number];

const MOTION = { duration: 160 };
const keyOf = ({ title }: Place): string => title.id;

/** A person's recommendations, which move while they watch; never under a pointer or focus: then it says what waits. */
export function LiveList({ heading, input, first = 20, look = 'row' }: LiveListProps) {
  const { list, error, status, retry } = useLiveList(input, first);
  // The id is the person's own: what one had on screen is gone when another signs in.
  if (list) return <Drawn key={list.id} list={list} heading={heading} look={look} status={status} />;
  const Shelf = look === 'row' ? TitleRow : SideShelf;
  if (error) return <Shelf heading={heading}>{[<li key="failed">{<Failed onRetry={retry} />}</li>]}</Shelf>;
  return (
    <Shelf heading={heading}>
      <CardSkeletons count={look === 'row' ? 10 : 6} look={look} />
    </Shelf>
  );
}

interface DrawnProps {
  readonly list: LiveListFragment;
  readonly heading: string;
  readonly look: 'row' | 'side';
  readonly status: ReturnType<typeof useLiveList>['status'];
}

function Drawn({ list, heading, look, status }: DrawnProps) {
  const say = useSay();
  const calm = useCalm(list.items.nodes, keyOf);
  const [moved] = useAutoAnimate<HTMLElement>(MOTION);
  const firstVersion = useRef(list.version);
  const Shelf = look === 'row' ? TitleRow : SideShelf;
  const cause = list.version === firstVersion.current ? '' : say.cause(list.cause);
  if (list.items.nodes.length === 0)
    return (
      <Shelf heading={heading}>
        <li>
          <Empty title={say.t('list.empty')} />
        </li>
      </Shelf>
    );
  return (
    <div {...calm.hold}>
      <Shelf heading={heading} moved={moved} aside={<Live status={status} calm={calm} cause={cause} />}>
        {calm.shown.map(({ title, reasons, rank }) => (
          <li key={title.id}>
            <TitleCard
              title={title}
              look={look}
              listed={{ recommendationId: list.recommendationId, rank }}
              reason={reasons[0] && say.reason(reasons[0])}
            />
          </li>
        ))}
      </Shelf>
    </div>
  );
}

interface SideShelfProps {
  readonly heading: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly moved?: RefCallback<HTMLElement> | undefined;
}

/** A list that goes down beside the player. */
export function SideShelf({ heading, aside, children, moved }: SideShelfProps) {
  const id = useId();
  return (
    <section className={css.side} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id} tabIndex={-1}>
          {heading}
        </h2>
        {aside}
      </header>
      <ul ref={moved}>{children}</ul>
    </section>
  );
}
