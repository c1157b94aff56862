import { BarChart } from '@mui/x-charts/BarChart';
import { CHART_COLOURS } from '../../client/look/tokens';

interface BarsProps {
  readonly labels: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  readonly height?: number;
  readonly isHorizontal?: boolean;
  readonly format?: (value: number) => string;
}

/** Bars side by side, one group a label. Import it lazily: `lazy(() => import('../charts/bars'))`. */
export default function Bars({ labels, series, height = 240, isHorizontal = false, format }: BarsProps) {
  const names = { data: [...labels], scaleType: 'band' as const };
  const values = format ? { valueFormatter: (value: number) => format(value) } : {};
  return (
    <BarChart
      height={height}
      skipAnimation
      colors={[...CHART_COLOURS]}
      layout={isHorizontal ? 'horizontal' : 'vertical'}
      xAxis={[isHorizontal ? values : names]}
      yAxis={[isHorizontal ? { ...names, width: 120 } : { width: 56, ...values }]}
      series={series.map(({ label, values }) => ({ label, data: [...values] }))}
      hideLegend={series.length < 2}
    />
  );
}
