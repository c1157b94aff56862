const MINUTE = 60;
const HOUR = 3_600;

/** A position as players write it: 4:05, or 1:04:05. */
export function clockText(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const last = pad(whole % MINUTE);
  return whole < HOUR ? `${minutes}:${last}` : `${Math.floor(whole / HOUR)}:${pad(minutes)}:${last}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
