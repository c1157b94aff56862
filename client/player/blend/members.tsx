import { Link } from 'wouter';
import type { LiveBlendFragment } from '../generated/documents';
import me from '../me/me.module.css';
import { useWords } from '../words/language';
import { suits } from './counted';
import css from './members.module.css';
import { useNames } from './names';
import { Suits } from './suits';

/** Who is in a blend, how well the list suits each on average, and who gives way how often. */
export function Members({ blend }: { readonly blend: LiveBlendFragment }) {
  const { t } = useWords();
  const { nameOf } = useNames();
  const { members, titles, sharedCount } = blend;
  const isAlone = members.length < 2;
  return (
    <section className={me.card} aria-labelledby="blend-members">
      <h2 id="blend-members">{t('blend.members')}</h2>
      <ul className={css.members}>
        {members.map(({ userId, titleCount }) => {
          const suit = suits(titles, userId);
          const name = nameOf(members, userId);
          const knows = titleCount === 0 ? t('blend.members.unknown') : t('blend.members.titles', { count: titleCount });
          const way = suit !== null && suit.givesWay > 0 ? t('blend.members.givesWay', { count: suit.givesWay }) : '';
          return (
            <li key={userId} className={css.member}>
              {suit === null ? <p className={css.name}>{name}</p> : <Suits name={name} value={suit.mean} />}
              <p className={css.facts}>{[knows, way].filter(Boolean).join(' · ')}</p>
            </li>
          );
        })}
      </ul>
      {!isAlone && sharedCount !== null && sharedCount > 0 && <p className={me.why}>{t('blend.shared', { count: sharedCount })}</p>}
      <Link href={isAlone ? '/insights' : `/insights?blend=${blend.id}`} className={css.link}>
        {t(isAlone ? 'blend.insights.own' : 'blend.insights')}
      </Link>
    </section>
  );
}
