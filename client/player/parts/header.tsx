import { Link } from 'wouter';
import { useAccount } from '../account/account';
import { useWords } from '../words/language';
import { AccountMenu } from './account-menu';
import { buttonLook } from './button';
import { LanguageChoice, ThemeChoice } from './choices';
import css from './header.module.css';
import { Magnifier } from './icon';
import { Logo } from './logo';
import { SearchBox } from './search-box';

/** What stands above every page: home, search, language, theme, and the person. */
export function Header({ page }: { readonly page: string }) {
  const { t } = useWords();
  const account = useAccount();
  return (
    <header className={css.header}>
      <Link href="/" className={css.logo} aria-label={`${t('app.name')}: ${t('app.home')}`}>
        <Logo />
        <span className={css.wordmark}>{t('app.name')}</span>
      </Link>
      <Link href="/mood" className={`${css.place} ${css.wide}`}>
        {t('mood.menu')}
      </Link>
      <Link href="/blend" className={css.place}>
        {t('blend.heading')}
      </Link>
      <div className={css.middle}>{page !== '/search' && <SearchBox />}</div>
      <Link href="/search" className={`${css.round} ${css.magnifier}`} aria-label={t('app.search')}>
        <Magnifier />
      </Link>
      <LanguageChoice className={css.round} />
      <ThemeChoice className={css.round} />
      {account === null && (
        <Link href="/sign-in" className={`${buttonLook('plain')} ${css.signIn}`}>
          {t('people.signIn')}
        </Link>
      )}
      <AccountMenu className={css.round} />
    </header>
  );
}
