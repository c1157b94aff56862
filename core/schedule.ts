/** A kind of work that may run by itself, and when it does unless an operator says otherwise; null: not until one does. */
export interface Schedulable {
  readonly name: string;
  readonly crontab: string | null;
}

/** What an operator has said. */
export interface SavedSchedule {
  readonly crontab: string | null;
  readonly enabled: boolean;
  readonly version: number;
}

/** When a kind of work runs by itself, in UTC. */
export interface Schedule extends SavedSchedule {
  readonly name: string;
  /** What holds where no operator has said anything. */
  readonly standard: string | null;
}

/** What holds: what an operator has said, else the standard, as version 0. */
export function scheduleOf({ name, crontab: standard }: Schedulable, saved: SavedSchedule | null): Schedule {
  return { name, standard, ...(saved ?? { crontab: standard, enabled: standard !== null, version: 0 }) };
}
