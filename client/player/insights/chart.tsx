import { type ReactNode, useId } from 'react';
import { useWords } from '../words/language';
import { type Sums, useAmounts } from './amount';
import css from './chart.module.css';

/** One sum of a chart: what it is of, in words. */
export interface Point extends Sums {
  readonly key: string;
  readonly label: string;
}

interface ChartProps {
  readonly heading: string;
  /** What has to be known to read it. */
  readonly note?: string | undefined;
  /** Over the whole width. */
  readonly isWide?: boolean;
  /** The same as a table, where the chart is a picture. */
  readonly table?: readonly Point[];
  readonly onOpen?: (point: Point) => void;
  readonly children: ReactNode;
}

/** What surrounds every chart: its name, what has to be known, and the same numbers as a table. */
export function Chart({ heading, note, isWide = false, table, onOpen, children }: ChartProps) {
  const id = useId();
  return (
    <section className={`${css.chart} ${isWide ? css.wide : ''}`} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
      {note && <p className={css.note}>{note}</p>}
      {table && table.length > 0 && <Table points={table} labelledBy={id} onOpen={onOpen} />}
    </section>
  );
}

interface TableProps {
  readonly points: readonly Point[];
  readonly labelledBy: string;
  readonly onOpen?: ((point: Point) => void) | undefined;
}

function Table({ points, labelledBy, onOpen }: TableProps) {
  const { t } = useWords();
  const { time, plays } = useAmounts();
  return (
    <details className={css.table}>
      <summary>{t('insights.asTable')}</summary>
      <table aria-labelledby={labelledBy}>
        <tbody>
          {points.map((point) => (
            <tr key={point.key}>
              <th scope="row">{point.label}</th>
              <td>{time(point.seconds)}</td>
              <td>
                {onOpen && point.plays > 0 ? (
                  <button type="button" onClick={() => onOpen(point)} aria-label={`${point.label}: ${plays(point.plays)}`}>
                    {plays(point.plays)}
                  </button>
                ) : (
                  plays(point.plays)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
