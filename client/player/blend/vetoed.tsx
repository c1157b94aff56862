import type { LiveBlendFragment } from '../generated/documents';
import me from '../me/me.module.css';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import type { Vote } from './ballot-box';
import { useNames } from './names';
import css from './vetoed.module.css';

interface VetoedProps {
  readonly blend: LiveBlendFragment;
  onVote(titleId: string, vote: Vote): void;
}

/** What is out of the list because somebody would not, and the way back for whoever that was. */
export function Vetoed({ blend, onVote }: VetoedProps) {
  const { t } = useWords();
  const { nameOf, joined } = useNames();
  const vetoes = blend.votes.flatMap(({ vote, title, userId }) => (vote === 'VETO' && title ? [{ title, userId }] : []));
  const titles = new Map(vetoes.map(({ title }) => [title.id, title]));
  if (titles.size === 0) return null;
  const you = blend.members.find(({ isYou }) => isYou)?.userId;
  return (
    <section className={me.part} aria-labelledby="blend-vetoed">
      <h2 id="blend-vetoed">{t('blend.vetoed')}</h2>
      <ul className={css.vetoed}>
        {[...titles.values()].map(({ id, name }) => {
          const by = vetoes.filter(({ title }) => title.id === id).map(({ userId }) => userId);
          return (
            <li key={id} className={css.row}>
              <span className={css.words}>
                <span className={css.name}>{name}</span>
                <span className={css.by}>{t('blend.vetoed.by', { names: joined(by.map((userId) => nameOf(blend.members, userId))) })}</span>
              </span>
              {you !== undefined && by.includes(you) && (
                <Button aria-label={t('blend.vetoed.back.of', { title: name })} onClick={() => onVote(id, null)}>
                  {t('blend.vetoed.back')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
