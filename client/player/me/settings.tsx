import { type ReactNode, useId } from 'react';
import type { PersonFragment } from '../generated/documents';
import { chooseTheme, LOOKS, type Look, useTheme } from '../parts/theme';
import { LANGUAGES, type Language, speak, useWords } from '../words/language';
import css from './me.module.css';
import { usePreferences } from './preferences';
import { Saved } from './saved';

/** Each language by its own name. */
const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };

/** Language, theme and time zone: the first two for this browser at once, the person's are saved. */
export function Settings({ person }: { readonly person: PersonFragment }) {
  const { t, language } = useWords();
  const look = useTheme();
  const { saving, save } = usePreferences();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([here, person.timeZone ?? here, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <section className={css.part} aria-labelledby="settings">
      <header className={css.head}>
        <h2 id="settings">{t('me.settings')}</h2>
        <Saved saving={saving} />
      </header>
      <div className={css.form}>
        <Choice
          label={t('app.language')}
          value={language}
          onValue={(next) => {
            speak(next as Language);
            void save({ locale: next });
          }}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {OWN_NAMES[each]}
            </option>
          ))}
        </Choice>
        <Choice label={t('app.theme')} value={look} onValue={(next) => chooseTheme(next as Look)}>
          {LOOKS.map((each) => (
            <option key={each} value={each}>
              {t(`app.theme.${each}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('me.timeZone')} value={person.timeZone ?? ''} onValue={(zone) => void save({ timeZone: zone || null })}>
          <option value="">{t('me.timeZone.none')}</option>
          {zones.map((each) => (
            <option key={each} value={each}>
              {each.replaceAll('_', ' ')}
            </option>
          ))}
        </Choice>
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
  onValue(value: string): void;
}

function Choice({ label, value, onValue, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <span className={css.box}>
        <select id={id} value={value} onChange={({ target }) => onValue(target.value)}>
          {children}
        </select>
      </span>
    </div>
  );
}
