import { Link } from 'wouter';
import { buttonLook } from '../parts/button';
import { Empty } from '../parts/state';
import { useWords } from '../words/language';

/** An address that leads nowhere. */
export function Missing() {
  const { t } = useWords();
  return (
    <Empty title={t('state.missing')}>
      <Link href="/" className={buttonLook('strong')}>
        {t('state.toHome')}
      </Link>
    </Empty>
  );
}
