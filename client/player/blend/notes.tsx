import { Link } from 'wouter';
import type { LiveBlendFragment } from '../generated/documents';
import { buttonLook } from '../parts/button';
import { useWords } from '../words/language';
import { useNames } from './names';
import css from './notes.module.css';

/** With fewer titles than these a taste says little. */
const SPARSE = 5;

/** Says kindly what is not known, and what helps. */
export function Notes({ blend }: { readonly blend: LiveBlendFragment }) {
  const { t } = useWords();
  const { nameOf, joined } = useNames();
  const { members, byTaste, sharedCount } = blend;
  const titleCount = members.find(({ isYou }) => isYou)?.titleCount ?? 0;
  const unknown = members.filter((member) => !member.isYou && member.titleCount === 0).map(({ userId }) => nameOf(members, userId));
  const isApart = members.length > 1 && sharedCount === 0 && members.every((member) => member.titleCount > 0);
  const isNobodyKnown = !byTaste && members.every((member) => member.titleCount === 0);
  const said = [
    isNobodyKnown && t('blend.state.nobody'),
    !isNobodyKnown && titleCount === 0 && t('blend.state.you'),
    !isNobodyKnown && unknown.length > 0 && t('blend.state.other', { names: joined(unknown) }),
    titleCount > 0 && titleCount < SPARSE && t('blend.state.sparse', { count: titleCount }),
    isApart && t('blend.state.apart'),
  ].filter((each) => each !== false);
  if (said.length === 0) return null;
  return (
    <div className={css.notes}>
      {said.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {titleCount < SPARSE && (
        <p className={css.ways}>
          <Link href="/history" className={buttonLook('plain')}>
            {t('blend.state.upload')}
          </Link>
          <span>{t('blend.state.sample')}</span>
        </p>
      )}
    </div>
  );
}
