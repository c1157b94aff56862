import { useRef } from 'react';
import { Link } from 'wouter';
import { keepAccount, useAccount } from '../account/account';
import { useWords } from '../words/language';
import css from './account-menu.module.css';
import { Person } from './icon';

const MENU = 'account-menu';

/** Where a person's own things are. The browser opens and closes it: a press beside it or Escape ends it. */
export function AccountMenu({ className }: { readonly className?: string | undefined }) {
  const { t } = useWords();
  const account = useAccount();
  const menu = useRef<HTMLElement>(null);
  const close = (): void => menu.current?.hidePopover();
  return (
    <>
      <button type="button" className={className} popoverTarget={MENU} aria-label={t('app.account')} title={t('app.account')}>
        <Person />
      </button>
      <nav ref={menu} id={MENU} popover="auto" className={css.menu} aria-label={t('app.account')}>
        <Link href="/me" className={css.item} onClick={close}>
          {t('app.me')}
        </Link>
        <Link href="/insights" className={css.item} onClick={close}>
          {t('insights.heading')}
        </Link>
        <Link href="/history" className={css.item} onClick={close}>
          {t('history.menu')}
        </Link>
        <Link href="/mood" className={css.item} onClick={close}>
          {t('mood.menu')}
        </Link>
        <Link href="/blend" className={css.item} onClick={close}>
          {t('blend.heading')}
        </Link>
        {account === null && (
          <>
            <Link href="/sign-in" className={css.item} onClick={close}>
              {t('people.signIn')}
            </Link>
            <Link href="/sign-up" className={css.item} onClick={close}>
              {t('people.signUp')}
            </Link>
          </>
        )}
        {account !== null && (
          <button
            type="button"
            className={css.item}
            onClick={() => {
              close();
              keepAccount(null);
            }}
          >
            {t('people.signOut')}
          </button>
        )}
      </nav>
    </>
  );
}
