import { speak, useWords } from '../words/language';
import css from './choices.module.css';
import { HalfLit, Moon, Sun } from './icon';
import { chooseTheme, LOOKS, useTheme } from './theme';

const ICONS = { auto: HalfLit, dark: Moon, light: Sun } as const;

interface ChoiceProps {
  readonly className?: string | undefined;
}

/** Turns to the other language, which it names in that language. */
export function LanguageChoice({ className }: ChoiceProps) {
  const { t, language } = useWords();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <button type="button" className={className} title={t('app.otherLanguage')} onClick={() => speak(other)}>
      <span className={css.foreign} aria-hidden="true">
        {other === 'ru' ? 'РУ' : 'EN'}
      </span>
      <span className={`unseen ${css.foreign}`} lang={other}>
        {t('app.otherLanguage')}
      </span>
    </button>
  );
}

/** Turns to the next theme: as the system has it, dark, light. */
export function ThemeChoice({ className }: ChoiceProps) {
  const { t } = useWords();
  const look = useTheme();
  const next = LOOKS[(LOOKS.indexOf(look) + 1) % LOOKS.length] ?? 'auto';
  const Sign = ICONS[look];
  const name = `${t('app.theme')}: ${t(`app.theme.${look}`)}`;
  return (
    <button type="button" className={className} aria-label={name} title={name} onClick={() => chooseTheme(next)}>
      <Sign />
    </button>
  );
}
