import type { PersonInNumbersFragment } from '../generated/documents';
import { useWords } from '../words/language';
import { Chart } from './chart';
import { Columns } from './columns';
import { everyMonth } from './period';
import type { OpenPlays } from './person';
import { useTimes } from './times';
import type { Measure } from './view';

interface TimeChartsProps {
  readonly person: PersonInNumbersFragment;
  readonly timeZone: string;
  readonly measure: Measure;
  readonly onOpen: OpenPlays;
}

/** So many months have room for their names. */
const FEW_MONTHS = 13;
const TICK_HOURS = 6;

/** When somebody watches: by month, day of the week and hour. */
export function TimeCharts({ person, timeZone, measure, onOpen }: TimeChartsProps) {
  const { t } = useWords();
  const times = useTimes(timeZone);
  const known = everyMonth(person.months ?? [], timeZone);
  const months = known.map(({ from, plays, seconds }, at) => ({
    ...{ plays, seconds, key: from, label: times.month(from) },
    tick: tickOf(at, from),
  }));
  const weekdays = (person.weekdays ?? []).map(({ weekday, plays, seconds }) => ({
    ...{ plays, seconds, key: String(weekday), label: times.weekday(weekday, 'long'), tick: times.weekday(weekday, 'short') },
  }));
  const hours = (person.hours ?? []).map(({ hour, plays, seconds }) => ({
    ...{ plays, seconds, key: String(hour), label: times.hour(hour), tick: hour % TICK_HOURS === 0 ? times.shortHour(hour) : '' },
  }));
  const { untimedPlays, playCount } = person;
  const charts = [
    { key: 'months', columns: months, of: (key: string) => ({ month: key }), isWide: true },
    { key: 'weekdays', columns: weekdays, of: (key: string) => ({ weekday: Number(key) }), isWide: false },
    { key: 'hours', columns: untimedPlays < playCount ? hours : [], of: (key: string) => ({ hour: Number(key) }), isWide: false },
  ] as const;

  function tickOf(at: number, from: string): string {
    if (known.length <= FEW_MONTHS) return times.shortMonth(from);
    return times.isJanuary(from) || at === 0 ? times.year(from) : '';
  }

  return charts.map(({ key, columns, of, isWide }) => {
    const heading = t(key === 'hours' ? 'insights.hours.chart' : `insights.${key}`);
    const note = key === 'hours' && untimedPlays > 0 ? t('insights.untimed', { count: untimedPlays }) : undefined;
    if (columns.length === 0 && note === undefined) return null;
    const open = (column: { readonly key: string; readonly label: string }): void => onOpen(column.label, of(column.key));
    return (
      <Chart key={key} heading={heading} isWide={isWide} note={note} table={columns} onOpen={open}>
        {columns.length > 0 && <Columns label={heading} columns={columns} measure={measure} onOpen={open} />}
      </Chart>
    );
  });
}
