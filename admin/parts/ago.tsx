import Tooltip from '@mui/material/Tooltip';
import { useEffect, useState } from 'react';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const TICK_MS = 30_000;

/** A time as it is said, "3 minutes ago", with the exact one on hover; moves on by itself. */
export function Ago({ at }: { readonly at: string | null | undefined }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (!at) return <>–</>;
  return (
    <Tooltip title={exact.format(new Date(at))}>
      <time dateTime={at}>{saidOf(at, now)}</time>
    </Tooltip>
  );
}

/** "in 2 hours", "yesterday", "just now". */
export function saidOf(at: string, now: number): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [null, 1];
  return unit === null ? 'just now' : relative.format(Math.round(seconds / length), unit);
}
