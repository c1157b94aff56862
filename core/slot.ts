/** Numbers are kept by quarters of an hour: the largest piece of time of which the days of every time zone are made. */
export const SLOT_MS = 900_000;

/** The beginning of the slot that holds this time, both in milliseconds since 1970. */
export function slotOf(at: number): number {
  return Math.floor(at / SLOT_MS) * SLOT_MS;
}
