/** Where the slider of time can stand, in minutes; one step further there is no limit. */
export const STEPS = [5, 10, 15, 20, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240] as const;
/** Times that have a key of their own, in minutes. */
export const PRESETS = [10, 30, 60, 120] as const;
/** What an evening is, in minutes. */
export const EVENING = 240;

/** Where the slider stands for so many minutes; null: at its end, where there is no limit. */
export function stepOf(minutes: number | null): number {
  if (minutes === null) return STEPS.length;
  const distances = STEPS.map((step) => Math.abs(step - minutes));
  return distances.indexOf(Math.min(...distances));
}

/** The minutes at a place of the slider; null: no limit. */
export const minutesAt = (step: number): number | null => STEPS[step] ?? null;
