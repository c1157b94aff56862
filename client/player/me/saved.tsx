import { useWords } from '../words/language';
import css from './me.module.css';
import type { Saving } from './preferences';

/** Says what became of a save. */
export function Saved({ saving }: { readonly saving: Saving }) {
  const { t } = useWords();
  return (
    <span role="status" className={css.saved} data-state={saving}>
      {saving !== 'none' && t(`me.${saving}`)}
    </span>
  );
}
