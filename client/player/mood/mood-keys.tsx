import { type CSSProperties, useId } from 'react';
import { CHART_COLOURS } from '../../look/tokens';
import type { MoodsQuery } from '../generated/documents';
import { useWords } from '../words/language';
import css from './mood-keys.module.css';
import { MoodSign } from './signs';

interface MoodKeysProps {
  readonly moods: MoodsQuery['moods'];
  readonly mood: string | null;
  onMood(mood: string | null): void;
}

/** Moods as large keys, one of which is pressed; arrow keys go from one to the next. */
export function MoodKeys({ moods, mood, onMood }: MoodKeysProps) {
  const { t, language } = useWords();
  const name = useId();
  const keys = [{ id: null, label: t('mood.any') }, ...moods.map(({ id, names }) => ({ id, label: names[language] }))];
  return (
    <fieldset className={css.moods}>
      <legend>{t('mood.mood')}</legend>
      <div className={css.keys}>
        {keys.map(({ id, label }, at) => (
          <label key={id ?? ''} className={css.key} style={{ '--mood': colourAt(at) } as CSSProperties}>
            <input type="radio" name={name} checked={id === mood} onChange={() => onMood(id)} />
            <span className={css.sign}>
              <MoodSign mood={id} />
            </span>
            <span className={css.label}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const colourAt = (at: number): string => (at === 0 ? 'var(--muted)' : (CHART_COLOURS[(at - 1) % CHART_COLOURS.length] ?? 'var(--muted)'));
