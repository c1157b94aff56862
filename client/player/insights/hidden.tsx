import { Link } from 'wouter';
import { useWords } from '../words/language';
import css from './page.module.css';

/** Says why another person's titles and times are not here. */
export function Hidden({ name, blendId }: { readonly name: string; readonly blendId: string }) {
  const { t } = useWords();
  return (
    <p className={css.what}>
      {t('insights.hidden', { name })} <Link href={`/blend/${blendId}`}>{t('insights.toAgree')}</Link>
    </p>
  );
}
