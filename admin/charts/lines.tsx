import { LineChart } from '@mui/x-charts/LineChart';
import { CHART_COLOURS } from '../../client/look/tokens';

/** One line: its values, null where there is none. */
export interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface LinesProps {
  /** The places on the horizontal axis, one for every value. */
  readonly at: readonly (Date | number)[];
  readonly lines: readonly Line[];
  readonly height?: number;
  readonly format?: (value: number) => string;
}

/** Lines over time or over steps. Import it lazily: `lazy(() => import('../charts/lines'))`. */
export default function Lines({ at, lines, height = 240, format }: LinesProps) {
  const isTime = at[0] instanceof Date;
  return (
    <LineChart
      height={height}
      skipAnimation
      colors={[...CHART_COLOURS]}
      xAxis={[{ data: [...at], scaleType: isTime ? 'time' : 'linear', ...(!isTime && { tickMinStep: 1 }) }]}
      yAxis={[{ width: 56, ...(format && { valueFormatter: (value: number) => format(value) }) }]}
      series={lines.map(({ label, values }) => ({
        label,
        data: [...values],
        showMark: false,
        curve: 'linear',
        ...(format && { valueFormatter: (value: number | null) => (value === null ? '–' : format(value)) }),
      }))}
      hideLegend={lines.length < 2}
    />
  );
}
