const whole = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

/** 12,345. */
export const count = (value: number): string => whole.format(value);

/** 12.3K: where there is little room; give the exact one on hover. */
export const brief = (value: number): string => compact.format(value);

/** A share of 0 to 1 as 12.3%. */
export const share = (value: number): string => percent.format(value);

const BYTES = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 1.5 MB. */
export function bytes(value: number): string {
  const step = value < 1 ? 0 : Math.min(BYTES.length - 1, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1_000 ** step;
  return `${scaled.toFixed(step === 0 || scaled >= 100 ? 0 : 1)} ${BYTES[step]}`;
}

/** 1 h 12 min, 3 min 20 s, 12 s. */
export function duration(seconds: number): string {
  const rounded = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(rounded / 3_600), Math.floor((rounded % 3_600) / 60), rounded % 60];
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes > 0) return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`;
  return `${rest} s`;
}
