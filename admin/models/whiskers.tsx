import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { metricNumber } from './metric-words';

export interface Whisker {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

interface WhiskersProps {
  /** Name of the metric. */
  readonly metric: string;
  /** The first one is what the page is about. */
  readonly rows: readonly Whisker[];
  /** The right end of the scale, the same for all that stand below each other. */
  readonly most: number;
}

const ROW = 18;

/** Values as points with their intervals as whiskers, one below the other on one scale from 0. */
export function Whiskers({ metric, rows, most }: WhiskersProps) {
  const { palette } = useTheme();
  const at = (value: number): number => Math.min(100, Math.max(0, (value / (most || 1)) * 100));
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(90px, 1fr) auto', columnGap: 1, alignItems: 'center', minWidth: 240 }}>
      {rows.map(({ label, value, low, high }, row) => {
        const colour = row === 0 ? palette.primary.main : palette.text.secondary;
        return (
          <Box key={label} sx={{ display: 'contents', fontSize: '0.8125rem', color: row === 0 ? 'text.primary' : 'text.secondary' }}>
            <span>{label}</span>
            <svg width="100%" height={ROW} aria-hidden>
              <line x1="0" x2="100%" y1={ROW / 2} y2={ROW / 2} stroke={palette.divider} />
              {low !== null && high !== null && (
                <>
                  <line x1={`${at(low)}%`} x2={`${at(high)}%`} y1={ROW / 2} y2={ROW / 2} stroke={colour} strokeWidth={2} />
                  {[low, high].map((end, side) => (
                    <line
                      key={side === 0 ? 'low' : 'high'}
                      x1={`${at(end)}%`}
                      x2={`${at(end)}%`}
                      y1={5}
                      y2={ROW - 5}
                      stroke={colour}
                      strokeWidth={2}
                    />
                  ))}
                </>
              )}
              <circle cx={`${at(value)}%`} cy={ROW / 2} r={4} fill={colour} />
            </svg>
            <Box
              component="span"
              title={low === null || high === null ? undefined : `95 %: ${low.toFixed(3)} to ${high.toFixed(3)}`}
              sx={{ fontVariantNumeric: 'tabular-nums', textAlign: 'right' }}
            >
              {metricNumber(metric, value)}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
