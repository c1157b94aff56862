import { CATALOGUE } from '../../client/player/words/catalogue';

type Form = string | Readonly<Record<string, string>>;

const entries = Object.entries<readonly Form[]>(CATALOGUE);
const LANGUAGES = ['en', 'ru'];
const textsOf = (form: Form): readonly string[] => (typeof form === 'string' ? [form] : Object.values(form));
const placeholdersOf = (form: Form): ReadonlySet<string> =>
  new Set(textsOf(form).flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name)));

describe('the words of the player', () => {
  it('are there in both languages, and never empty', () => {
    const lacking = entries.filter(
      ([, forms]) => forms.length !== LANGUAGES.length || forms.flatMap(textsOf).some((text) => text.trim() === ''),
    );
    expect(lacking).toEqual([]);
  });

  it('have a form for every number that their language counts by, and one for fractions', () => {
    const wrong = entries.flatMap(([key, forms]) =>
      forms.flatMap((form, at) => {
        if (typeof form === 'string') return [];
        const { pluralCategories } = new Intl.PluralRules(LANGUAGES[at]).resolvedOptions();
        return pluralCategories.filter((category) => !(category in form)).map((category) => `${key} ${LANGUAGES[at]} ${category}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('tell the same facts in both languages', () => {
    const wrong = entries.filter(([, [english = '', russian = '']]) => {
      const [told, wanted] = [placeholdersOf(russian), placeholdersOf(english)];
      return told.size !== wanted.size || [...wanted].some((name) => !told.has(name));
    });
    expect(wrong).toEqual([]);
  });

  it('are Russian where they are meant to be', () => {
    const foreign = ['app.name', 'app.otherLanguage', 'genre.edm', 'genre.imax', 'genre.r&b'];
    const wrong = entries.filter(
      ([key, [, russian = '']]) => !foreign.includes(key) && !textsOf(russian).every((text) => /\p{Script=Cyrillic}/u.test(text)),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
