import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { amountIn, useAmounts } from './amount';
import type { Point } from './chart';
import css from './columns.module.css';
import type { Measure } from './view';

/** A column, with what stands below it; nothing where there is no room. */
export interface Column extends Point {
  readonly tick: string;
}

interface ColumnsProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly measure: Measure;
  readonly onOpen: (column: Column) => void;
}

/** More than so many leave no room for a name at either end. */
const MANY = 13;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Columns in the order of time. One stop for the Tab key: arrows go from column to column, Enter shows its plays. */
export function Columns({ label, columns, measure, onOpen }: ColumnsProps) {
  const { amount, both } = useAmounts();
  const [at, setAt] = useState(0);
  const row = useRef<HTMLDivElement>(null);
  const highest = columns.reduce<Column | null>(
    (best, each) => (best && amountIn(best, measure) >= amountIn(each, measure) ? best : each),
    null,
  );
  const most = Math.max(highest === null ? 0 : amountIn(highest, measure), 1);
  const count = columns.length;
  // What is newest is what one looks for.
  useEffect(() => {
    if (count > 0 && row.current) row.current.scrollLeft = row.current.scrollWidth;
  }, [count]);
  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(columns.length - 1, Math.max(0, at + step));
    setAt(next);
    const button = row.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div className={css.chart}>
      <span className={css.most} aria-hidden="true">
        {highest && amountIn(highest, measure) > 0 ? amount(highest, measure) : ''}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways in every browser. */}
      <div ref={row} className={css.columns} role="group" data-narrow={count > MANY} aria-label={label} onKeyDown={walk}>
        {columns.map((column, index) => (
          <button
            key={column.key}
            type="button"
            className={css.column}
            tabIndex={index === Math.min(at, columns.length - 1) ? 0 : -1}
            aria-label={`${column.label}: ${both(column)}`}
            title={`${column.label}: ${both(column)}`}
            onFocus={() => setAt(index)}
            onClick={() => column.plays > 0 && onOpen(column)}
          >
            <span className={css.space}>
              <span
                className={css.fill}
                data-none={column.plays === 0}
                style={{ blockSize: `${(100 * amountIn(column, measure)) / most}%` }}
              />
            </span>
            <span className={css.tick} data-tick={column.tick} />
          </button>
        ))}
      </div>
    </div>
  );
}
