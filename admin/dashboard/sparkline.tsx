import Box from '@mui/material/Box';

interface SparklineProps {
  readonly values: readonly (number | null)[];
}

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 2;

/** A number over the period as a small line; decoration beside the number itself. */
export function Sparkline({ values }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(...known, 0)];
  const points = values.flatMap((value, at) =>
    value === null
      ? []
      : [
          `${((at / Math.max(1, values.length - 1)) * WIDTH).toFixed(1)},${(HEIGHT - EDGE - ((value - least) / (most - least || 1)) * (HEIGHT - 2 * EDGE)).toFixed(1)}`,
        ],
  );
  // The last point twice: one alone would be no line, and is a dot this way.
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      sx={{ display: 'block', width: '100%', height: HEIGHT, color: 'primary.main', overflow: 'visible' }}
    >
      <polyline
        points={[...points, ...points.slice(-1)].join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </Box>
  );
}
