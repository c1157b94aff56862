import { useId } from 'react';
import me from '../me/me.module.css';
import search from '../pages/search.module.css';
import { useWords } from '../words/language';
import css from './filters.module.css';
import { KINDS, type Measure, type Period, type View } from './view';

interface FiltersProps {
  readonly view: View;
  readonly measure: Measure;
  /** Years that may be chosen, the last first. */
  readonly years: readonly number[];
  readonly onView: (next: Partial<View>) => void;
}

const MEASURES = ['time', 'plays'] as const;

/** Which plays are looked at, and by what bars are measured. */
export function Filters({ view, measure, years, onView }: FiltersProps) {
  const { t } = useWords();
  const id = useId();
  const chosen = /^\d/.test(view.period) ? [Number(view.period)] : [];
  return (
    <search className={css.filters}>
      <fieldset className={search.kinds}>
        <legend className="unseen">{t('search.kinds')}</legend>
        {[null, ...KINDS].map((kind) => (
          <button key={kind} type="button" className={search.kind} aria-pressed={kind === view.kind} onClick={() => onView({ kind })}>
            {kind === null ? t('search.all') : t(`kinds.${kind}`)}
          </button>
        ))}
      </fieldset>
      <div className={css.period}>
        <label htmlFor={id} className="unseen">
          {t('insights.period')}
        </label>
        <span className={`${me.choice} ${css.select}`}>
          <span className={me.box}>
            <select id={id} value={view.period} onChange={({ target }) => onView({ period: target.value as Period })}>
              <option value="all">{t('insights.period.all')}</option>
              <option value="month">{t('insights.period.month')}</option>
              <option value="year">{t('insights.period.year')}</option>
              {[...new Set([...years, ...chosen])]
                .sort((a, b) => b - a)
                .map((year) => (
                  <option key={year} value={year}>
                    {year}
                  </option>
                ))}
            </select>
          </span>
        </span>
      </div>
      <fieldset className={`${search.kinds} ${css.measures}`}>
        <legend className="unseen">{t('insights.measure')}</legend>
        {MEASURES.map((each) => (
          <button
            key={each}
            type="button"
            className={search.kind}
            aria-pressed={each === measure}
            onClick={() => onView({ measure: each })}
          >
            {t(`insights.measure.${each}`)}
          </button>
        ))}
      </fieldset>
    </search>
  );
}
