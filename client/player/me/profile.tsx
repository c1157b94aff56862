import { type FormEvent, useRef, useState } from 'react';
import { Field } from '../account/field';
import type { PersonFragment } from '../generated/documents';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import { ABOUT_FIELDS, type About, type AboutField, faultyFields, profileOf } from './about';
import css from './me.module.css';
import { usePreferences } from './preferences';
import { Saved } from './saved';

const FILLS: Readonly<Partial<Record<AboutField, string>>> = {
  gender: 'sex',
  country: 'country-name',
  state: 'address-level1',
  city: 'address-level2',
  birthYear: 'bday-year',
};

/** What one may tell of oneself, and need not. */
export function Profile({ person }: { readonly person: PersonFragment }) {
  const { t } = useWords();
  const [about, setAbout] = useState<About>(() => writtenOf(person.profile));
  const [faulty, setFaulty] = useState<readonly AboutField[]>([]);
  const { saving, save } = usePreferences();
  const form = useRef<HTMLFormElement>(null);
  const year = new Date().getFullYear();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultyFields(about, year);
    setFaulty(found);
    if (found[0]) form.current?.querySelector<HTMLInputElement>(`input[name="${found[0]}"]`)?.focus();
    else void save({ profile: profileOf(about) });
  };
  const faultOf = (field: AboutField): string | undefined => {
    if (!faulty.includes(field)) return undefined;
    return field === 'birthYear' ? t('me.profile.birthYear.rule', { year }) : t('me.profile.tooLong');
  };
  return (
    <section className={css.part} aria-labelledby="profile">
      <header className={css.head}>
        <h2 id="profile">{t('me.profile')}</h2>
        <Saved saving={saving} />
      </header>
      <p className={css.why}>{t('me.profile.why')}</p>
      <form ref={form} className={css.form} noValidate onSubmit={submit}>
        {ABOUT_FIELDS.map((field) => (
          <Field
            key={field}
            name={field}
            label={t(`me.profile.${field}`)}
            isOptional
            autoComplete={FILLS[field] ?? 'off'}
            {...(field === 'birthYear' ? { inputMode: 'numeric' as const } : {})}
            value={about[field]}
            fault={faultOf(field)}
            onValue={(value) => setAbout({ ...about, [field]: value })}
          />
        ))}
        <Button type="submit" className={css.start}>
          {t('me.profile.save')}
        </Button>
      </form>
    </section>
  );
}

function writtenOf(profile: PersonFragment['profile']): About {
  return {
    gender: profile.gender ?? '',
    maritalStatus: profile.maritalStatus ?? '',
    country: profile.country ?? '',
    state: profile.state ?? '',
    city: profile.city ?? '',
    birthYear: profile.birthYear === null ? '' : String(profile.birthYear),
  };
}
