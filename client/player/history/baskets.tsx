import type { HistoryImportCardFragment, RowFate } from '../generated/documents';
import { useWords } from '../words/language';
import css from './baskets.module.css';
import { BASKETS } from './fates';

interface BasketsProps {
  readonly counts: NonNullable<HistoryImportCardFragment['counts']>;
  readonly fate: RowFate;
  readonly onFate: (fate: RowFate) => void;
}

/** What became of the rows as one bar, and the baskets to look into below it. */
export function Baskets({ counts, fate, onFate }: BasketsProps) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  return (
    <div className={css.baskets}>
      <div className={css.bar} aria-hidden="true">
        {BASKETS.map((basket) => (
          <span
            key={basket.fate}
            style={{ flexGrow: counts[basket.count], background: basket.colour }}
            hidden={counts[basket.count] === 0}
          />
        ))}
      </div>
      <fieldset className={css.choices}>
        <legend className="unseen">{t('history.baskets')}</legend>
        {BASKETS.map((basket) => (
          <button
            key={basket.fate}
            type="button"
            className={css.basket}
            aria-pressed={basket.fate === fate}
            onClick={() => onFate(basket.fate)}
          >
            <span className={css.label}>
              <span className={css.dot} style={{ background: basket.colour }} />
              {t(`history.fate.${basket.fate}`)}
            </span>
            <span className={css.count}>{number.format(counts[basket.count])}</span>
          </button>
        ))}
      </fieldset>
    </div>
  );
}
