import { LineChart } from '@mui/x-charts/LineChart';
import { CHART_COLOURS } from '../../client/look/tokens';

interface ComparedProps {
  /** The places on the horizontal axis as they are written, one for every value. */
  readonly labels: readonly string[];
  readonly now: readonly (number | null)[];
  readonly before: readonly (number | null)[];
  /** What the second line is called. */
  readonly than: string;
  readonly height?: number;
  readonly format: (value: number) => string;
}

/** A number now beside what it was: one line each, by labels and not by a clock, since the clock may be another than the browser's. */
export default function Compared({ labels, now, before, than, height = 220, format }: ComparedProps) {
  const line = (id: string, label: string, values: readonly (number | null)[]) => ({
    id,
    label,
    data: [...values],
    showMark: false,
    curve: 'linear' as const,
    valueFormatter: (value: number | null) => (value === null ? '–' : format(value)),
  });
  return (
    <LineChart
      height={height}
      skipAnimation
      colors={[CHART_COLOURS[0], CHART_COLOURS[1]]}
      margin={{ left: 0, right: 12, top: 12, bottom: 0 }}
      xAxis={[{ data: [...labels], scaleType: 'point' }]}
      yAxis={[{ width: 64, min: 0, valueFormatter: (value: number) => format(value) }]}
      series={[line('now', 'now', now), line('before', than, before)]}
      sx={{ '& .MuiLineElement-series-before, & [data-series="before"]': { strokeDasharray: '4 4' } }}
    />
  );
}
