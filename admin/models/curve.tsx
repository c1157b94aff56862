import { lazy } from 'react';
import { ChartCard } from '../parts/chart-card';

const Lines = lazy(() => import('../charts/lines'));

export type Curve = readonly { readonly iteration: number; readonly loss: number; readonly seconds: number }[];

/** How a training came closer, iteration by iteration. */
export function TrainingCurve({ curve }: { readonly curve: Curve }) {
  const seconds = curve.reduce((sum, point) => sum + point.seconds, 0);
  const last = curve.at(-1);
  return (
    <ChartCard
      title="Training curve"
      summary={`Loss per interaction after each iteration: ${short(curve[0]?.loss)} after the first, ${short(last?.loss)} after ${last?.iteration}. It took ${short(seconds)} s in all.`}
    >
      <Lines
        at={curve.map(({ iteration }) => iteration)}
        lines={[{ label: 'Loss per interaction', values: curve.map(({ loss }) => loss) }]}
        format={short}
      />
    </ChartCard>
  );
}

function short(value: number | undefined): string {
  return value === undefined ? '–' : String(Number(value.toPrecision(3)));
}
