import { Link, useSearch } from 'wouter';
import { signInByPassword } from '../account/demo';
import { Door } from '../account/door';
import css from '../account/door.module.css';
import { EntryForm } from '../account/entry-form';
import { useWords } from '../words/language';

/** Signing in to an account of the demo. */
export default function SignIn() {
  const { t } = useWords();
  const search = useSearch();
  return (
    <Door title={t('people.signIn')} why={t('people.signIn.why')} next="/">
      <EntryForm isNew={false} enter={({ email, password }) => signInByPassword(email, password)}>
        <div className={css.ways}>
          <p>
            {t('people.noAccount')}
            <Link href={`/sign-up${search && `?${search}`}`}>{t('people.signUp')}</Link>
          </p>
          <p>
            <Link href="/welcome">{t('people.demo')}</Link>
          </p>
        </div>
      </EntryForm>
    </Door>
  );
}
