import { useState } from 'react';
import { Button } from '../parts/button';
import { Poster } from '../titles/poster';
import { useWords } from '../words/language';
import { amountIn, ordered, useAmounts } from './amount';
import css from './bars.module.css';
import type { Point } from './chart';
import type { Measure } from './view';

/** A bar, with the picture of what it is of and its own colour where there are some. */
export interface Bar extends Point {
  readonly poster?: Parameters<typeof Poster>[0]['title'];
  readonly colour?: string | undefined;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly measure: Measure;
  /** null: what is behind them is not to be seen. */
  readonly onOpen: ((bar: Bar) => void) | null;
}

const AT_FIRST = 6;

/** Bars to press, the longest first: each is a line of text that leads to its plays. */
export function Bars({ bars, measure, onOpen }: BarsProps) {
  const { t } = useWords();
  const { amount, both } = useAmounts();
  const [isWhole, setWhole] = useState(false);
  const all = ordered(bars, measure);
  const longest = Math.max(...all.map((bar) => amountIn(bar, measure)), 1);
  return (
    <>
      <ol className={css.bars}>
        {all.slice(0, isWhole ? all.length : AT_FIRST).map((bar) => (
          <li key={bar.key}>
            <button type="button" className={css.bar} title={both(bar)} disabled={onOpen === null} onClick={() => onOpen?.(bar)}>
              {bar.poster && (
                <span className={css.picture}>
                  <Poster title={bar.poster} />
                </span>
              )}
              <span className={css.words}>
                <span className={css.label}>{bar.label}</span>
                <span className={css.amount}>{amount(bar, measure)}</span>
                <span className={css.track}>
                  <span
                    className={css.fill}
                    style={{ inlineSize: `${(100 * amountIn(bar, measure)) / longest}%`, background: bar.colour }}
                  />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {all.length > AT_FIRST && (
        <Button look="quiet" className={css.more} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'insights.fewer' : 'list.more')}
        </Button>
      )}
    </>
  );
}
