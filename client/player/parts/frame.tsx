import licence from '@fontsource-variable/inter/LICENSE?url&no-inline';
import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useAccount } from '../account/account';
import { useWords } from '../words/language';
import css from './frame.module.css';
import { Header } from './header';
import { useOnline } from './online';
import { keepVisit } from './visit';

/** Pages that somebody who was never here may pass before they are at home. */
const DOORS = ['/', '/welcome', '/sign-in', '/sign-up'];
const MAIN = 'main';

/** What surrounds every page. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const [page] = useLocation();
  const account = useAccount();
  const online = useOnline();
  useEffect(() => {
    if (account !== null || !DOORS.includes(page)) keepVisit();
  }, [account, page]);
  // A new page begins at its top; going back, the browser knows better where one was.
  useEffect(() => {
    if (page) scrollTo({ top: 0, behavior: 'instant' });
  }, [page]);
  return (
    <div className={css.frame}>
      <a href={`#${MAIN}`} className={css.skip}>
        {t('app.skip')}
      </a>
      <Header page={page} />
      <p className={css.offline} role="status" hidden={online}>
        {!online && t('app.offline')}
      </p>
      <main id={MAIN} tabIndex={-1} className={css.main}>
        {children}
      </main>
      <footer className={css.footer}>
        <span>{t('app.name')}</span>
        <a href={licence}>{t('app.typeface')}</a>
      </footer>
    </div>
  );
}
