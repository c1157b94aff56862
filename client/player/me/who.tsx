import { useState } from 'react';
import { Link } from 'wouter';
import { keepAccount, useAccount } from '../account/account';
import { Field } from '../account/field';
import type { PersonFragment } from '../generated/documents';
import { Button, buttonLook } from '../parts/button';
import { useWords } from '../words/language';
import css from './me.module.css';
import { usePreferences } from './preferences';
import { Saved } from './saved';

/** Who one is here: a name to be called by; without an account, what an account would do. */
export function Who({ person }: { readonly person: PersonFragment }) {
  const { t, language } = useWords();
  const isSignedIn = useAccount() !== null;
  if (!isSignedIn)
    return (
      <section className={css.card} aria-labelledby="who">
        <h2 id="who">{t('me.anonymous')}</h2>
        <p className={css.why}>{t('me.anonymous.why')}</p>
        <p className={css.line}>
          <Link href="/sign-up?to=/me" className={buttonLook('strong')}>
            {t('people.signUp')}
          </Link>
          <Link href="/sign-in?to=/me" className={buttonLook('plain')}>
            {t('people.signIn')}
          </Link>
        </p>
      </section>
    );
  const since = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: person.timeZone ?? undefined });
  return (
    <section className={css.card}>
      <Name key={person.id} person={person} />
      <p className={css.line}>
        <span className={css.why}>{t('me.since', { date: since.format(new Date(person.createdAt)) })}</span>
        <Button look="quiet" className={css.leave} onClick={() => keepAccount(null)}>
          {t('people.signOut')}
        </Button>
      </p>
    </section>
  );
}

const LONGEST = 200;

function Name({ person }: { readonly person: PersonFragment }) {
  const { t } = useWords();
  const [name, setName] = useState(person.name ?? '');
  const { saving, save } = usePreferences();
  const isLong = name.trim().length > LONGEST;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isLong) void save({ name: name.trim() || null });
      }}
    >
      <Field
        name="name"
        label={t('people.name')}
        autoComplete="name"
        value={name}
        fault={isLong ? t('people.fault.name') : undefined}
        onValue={setName}
      >
        <Button look="quiet" type="submit">
          {t('me.profile.save')}
        </Button>
      </Field>
      <Saved saving={saving} />
    </form>
  );
}
