import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { keepText, keptText } from '../parts/kept';
import { CATALOGUE } from './catalogue';

/** What words are called by. */
export type Word = keyof typeof CATALOGUE;
/** One language's words of a key; a plural has a form for each category of CLDR that the language counts by. */
type Form = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Entry = readonly [english: Form, russian: Form];

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'kinograph:language';

/** Everything in the catalogue in one language, with plurals as i18next names them. */
export function wordsIn(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries<Entry>(CATALOGUE).flatMap(([key, forms]) => {
      const form = forms[LANGUAGES.indexOf(language)];
      if (typeof form === 'string') return [[key, form]];
      return Object.entries(form ?? {}).map(([category, text]) => [`${key}_${category}`, text]);
    }),
  );
}

/** Begins with the language chosen before, else the browser's, else English. */
export function startLanguage(): void {
  const chosen = keptText(KEY);
  const language = LANGUAGES.find((known) => known === chosen) ?? LANGUAGES.find((known) => navigator.language.startsWith(known)) ?? 'en';
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: Object.fromEntries(LANGUAGES.map((each) => [each, { translation: wordsIn(each) }])),
    // Keys are whole: neither dots nor colons part them. React escapes what is shown.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language from now on, here and at the next visit. */
export function speak(language: Language): void {
  keepText(KEY, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** The words of the language in use: `t('key', { count })`; the component is drawn again when the language changes. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return {
    t: (key: Word, values?: Readonly<Record<string, string | number>>): string => t(key, values ?? {}),
    language: i18n.language as Language,
  };
}

/** Words for a key that may not be there, for example a genre of a customer's catalogue. */
export function wordOr(key: string, otherwise: string): string {
  return i18next.exists(key) ? i18next.t(key) : otherwise;
}
