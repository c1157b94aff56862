import { Link } from 'wouter';
import type { LiveBlendFragment } from '../generated/documents';
import { useWords } from '../words/language';
import { useNames } from './names';
import css from './unscored.module.css';

/** What could not be scored: what was watched, by whom, where one may know; and how much would have fitted. */
export function Unscored({ blend }: { readonly blend: LiveBlendFragment }) {
  const { t } = useWords();
  const { nameOf } = useNames();
  const watched = blend.members.filter(({ unscoredCount }) => unscoredCount > 0);
  const count = watched.reduce((sum, { unscoredCount }) => sum + unscoredCount, blend.unscoredCount);
  if (count === 0) return null;
  return (
    <details className={css.unscored}>
      <summary>{t('blend.unscored', { count })}</summary>
      {blend.unscoredCount > 0 && <p>{t('blend.unscored.fit', { count: blend.unscoredCount })}</p>}
      {watched.map(({ userId, unscored, unscoredCount }) => {
        const name = nameOf(blend.members, userId);
        if (unscored === null) return <p key={userId}>{t('blend.unscored.hidden', { count: unscoredCount, name })}</p>;
        return (
          <div key={userId}>
            <h3>{t('blend.unscored.of', { name })}</h3>
            <ul>
              {unscored.map((title) => (
                <li key={title.id}>
                  <Link href={`/title/${title.id}`}>{title.name}</Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
