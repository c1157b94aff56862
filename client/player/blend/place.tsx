import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { kinograph } from '../api/kinograph';
import type { LiveBlendFragment } from '../generated/documents';
import { Poster } from '../titles/poster';
import { opened } from '../tracking/came-from';
import { useSay } from '../words/say';
import type { Vote } from './ballot-box';
import { useNames } from './names';
import css from './place.module.css';
import { useReasons } from './reasons';
import { Suits } from './suits';
import { VoteButtons } from './vote-buttons';

interface PlaceProps {
  readonly place: LiveBlendFragment['titles'][number];
  readonly rank: number;
  readonly members: LiveBlendFragment['members'];
  readonly votes: LiveBlendFragment['votes'];
  onVote(titleId: string, vote: Vote): void;
}

/** One title of a blend: why it is here, how well it suits each, and what each says of it. */
export function Place({ place, rank, members, votes, onVote }: PlaceProps) {
  const say = useSay();
  const { nameOf } = useNames();
  const reasons = useReasons()(members, place.reasons);
  const { title } = place;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    return kinograph.watchImpression(element.current, { titleId: title.id, recommendationId: null });
  }, [title.id]);
  const said = votes.filter((ballot) => ballot.title?.id === title.id);
  const you = members.find(({ isYou }) => isYou)?.userId;
  const own = said.find(({ userId }) => userId === you)?.vote ?? null;
  const others = said.filter(({ userId, vote }) => userId !== you && vote !== 'VETO');
  const facts = [say.kind(title.kind), title.year, say.length(title), say.genres(title.genres.slice(0, 2))].filter(Boolean).join(' · ');
  return (
    <article ref={element} className={css.place} aria-labelledby={`place-${title.id}`}>
      <Link href={`/title/${title.id}`} className={css.picture} tabIndex={-1} aria-hidden="true" onClick={() => opened(title.id, null)}>
        <Poster title={title} />
      </Link>
      <div className={css.words}>
        <h3 id={`place-${title.id}`} className={css.name}>
          <span className={css.rank}>{rank}</span>
          <Link href={`/title/${title.id}`} onClick={() => opened(title.id, null)}>
            {title.name}
          </Link>
        </h3>
        <p className={css.facts}>{facts}</p>
        {reasons.map((reason) => (
          <p key={reason} className={css.reason}>
            {reason}
          </p>
        ))}
      </div>
      <ul className={css.suits} aria-label={say.t('blend.suits')}>
        {place.satisfactions.map(({ userId, value }) => (
          <li key={userId}>
            <Suits name={nameOf(members, userId)} value={value} givesWay={place.givesWayId === userId} />
          </li>
        ))}
      </ul>
      <div className={css.ballots}>
        <VoteButtons title={title} own={own} onVote={(vote) => onVote(title.id, vote)} />
        {others.length > 0 && (
          <ul className={css.others}>
            {others.map(({ userId, vote }) => (
              <li key={userId} data-vote={vote}>
                {say.t(`blend.vote.${vote === 'UP' ? 'UP' : 'DOWN'}.by`, { name: nameOf(members, userId) })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}
