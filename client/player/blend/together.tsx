import { Link } from 'wouter';
import type { LineStatus } from '../api/subscription';
import type { LiveBlendFragment } from '../generated/documents';
import { useWords } from '../words/language';
import { Agree } from './agree';
import { Agreed } from './agreed';
import css from './blend.module.css';
import { Invite } from './invite';
import { Leave } from './leave';
import { List } from './list';
import { Members } from './members';
import { useNames } from './names';
import { Notes } from './notes';
import { useSettings } from './settings';
import { Unscored } from './unscored';
import { Vetoed } from './vetoed';
import { useVotes } from './votes';

const MOST_MEMBERS = 8;
/** What limits a list, lifted. */
const LIFTED = { kinds: [], seconds: null, certificate: null, rewatch: true };

interface TogetherProps {
  readonly blend: LiveBlendFragment;
  readonly status: LineStatus;
  readonly hasMore: boolean;
  onMore(): void;
  /** Answers whether one is out. */
  onLeave(): Promise<boolean>;
  /** After a change of one's own. */
  changed(): void;
}

/** A blend as its members see it. */
export function Together({ blend: known, status, hasMore, onMore, onLeave, changed }: TogetherProps) {
  const { t } = useWords();
  const { blendName } = useNames();
  const youId = known.members.find(({ isYou }) => isYou)?.userId ?? null;
  const { blend, hasUnsent, isRefused, vote } = useVotes(known, youId, changed);
  const settings = useSettings(known, changed);
  const isAlone = blend.members.length < 2;
  return (
    <div className={css.page}>
      <header className={css.name}>
        <Link href="/blend" className={css.all}>
          {t('blend.all')}
        </Link>
        <h1>{blendName({ name: settings.now.name, members: blend.members })}</h1>
      </header>
      <div className={css.who}>
        <Members blend={blend} />
        <Invite id={blend.id} room={MOST_MEMBERS - blend.members.length} />
      </div>
      <div className={css.main}>
        <Notes blend={blend} />
        <List
          blend={blend}
          status={status}
          hasUnsent={hasUnsent}
          isRefused={isRefused}
          hasMore={hasMore}
          onMore={onMore}
          onVote={vote}
          onLift={() => settings.change(LIFTED)}
        />
        <Vetoed blend={blend} onVote={vote} />
        <Unscored blend={blend} />
      </div>
      <div className={css.side}>
        <Agreed settings={settings} isAlone={isAlone} tagSource={blend.tagSource} />
        {!isAlone && <Agree blend={blend} changed={changed} />}
        <Leave isLast={isAlone} onLeave={onLeave} />
      </div>
    </div>
  );
}
