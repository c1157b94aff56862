import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { share } from '../parts/numbers';
import { Sparkline } from './sparkline';

interface NumberCardProps {
  readonly label: string;
  /** What it counts, shown on hover and to a screen reader. */
  readonly means: string;
  readonly value: ReactNode;
  /** The whole number, on hover. */
  readonly exact?: string | undefined;
  /** A line below. */
  readonly beside: ReactNode;
  readonly values?: readonly (number | null)[];
}

/** One number with what it was before and how it went. */
export function NumberCard({ label, means, value, exact, beside, values }: NumberCardProps) {
  return (
    <Card role="group" aria-label={label} sx={{ minWidth: 0 }}>
      <CardContent sx={{ display: 'grid', gap: 0.5, p: 2, '&:last-child': { pb: 2 } }}>
        <Tooltip title={means} describeChild placement="top-start">
          <Typography component="h2" variant="body2" sx={{ color: 'text.secondary', justifySelf: 'start' }}>
            {label}
          </Typography>
        </Tooltip>
        <Typography
          component="p"
          title={exact}
          sx={{ fontSize: '1.75rem', lineHeight: 1.2, fontWeight: 650, fontVariantNumeric: 'tabular-nums', letterSpacing: '-0.01em' }}
        >
          {value}
        </Typography>
        <Typography component="div" variant="body2" sx={{ color: 'text.secondary', minHeight: '1.5em' }}>
          {beside}
        </Typography>
        {values && (
          <Box sx={{ mt: 0.5 }}>
            <Sparkline values={values} />
          </Box>
        )}
      </CardContent>
    </Card>
  );
}

interface ChangeProps {
  /** As a share of what it was; null: nothing to compare with. */
  readonly by: number | null;
  readonly isMoreBetter: boolean | null;
  /** What it was before, in words. */
  readonly was: string;
  readonly than: string;
}

/** Below this a change is none. */
const LEAST_CHANGE = 0.005;

/** "+12 % than a week before", green where that is good. */
export function Change({ by, isMoreBetter, was, than }: ChangeProps) {
  if (by === null) return <>{`${than}: ${was}`}</>;
  const isSame = Math.abs(by) < LEAST_CHANGE;
  const isGood = isSame || isMoreBetter === null ? null : by > 0 === isMoreBetter;
  return (
    <Tooltip title={`${than}: ${was}`}>
      <span>
        <Box component="span" sx={{ color: toneOf(isGood), fontWeight: 550, fontVariantNumeric: 'tabular-nums' }}>
          {isSame ? 'same as' : `${by > 0 ? '+' : '−'}${share(Math.abs(by))}`}
        </Box>{' '}
        {isSame ? than : `on ${than}`}
      </span>
    </Tooltip>
  );
}

function toneOf(isGood: boolean | null): string {
  if (isGood === null) return 'text.secondary';
  return isGood ? 'success.main' : 'error.main';
}
