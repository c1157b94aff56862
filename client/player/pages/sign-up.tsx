import { Link, useSearch } from 'wouter';
import { signUp } from '../account/demo';
import { Door } from '../account/door';
import css from '../account/door.module.css';
import { EntryForm } from '../account/entry-form';
import { useWords } from '../words/language';

/** Making an account of the demo; whoever made one is asked what they like. */
export default function SignUp() {
  const { t, language } = useWords();
  const search = useSearch();
  return (
    <Door title={t('people.signUp')} why={t('people.signUp.why')} next="/cards">
      <EntryForm
        isNew
        enter={({ email, password, name }) => signUp({ email, password, name: name || null, locale: language, timeZone: zoneHere() })}
      >
        <div className={css.ways}>
          <p>
            {t('people.hasAccount')}
            <Link href={`/sign-in${search && `?${search}`}`}>{t('people.signIn')}</Link>
          </p>
        </div>
      </EntryForm>
    </Door>
  );
}

const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
