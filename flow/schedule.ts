import type { Actor } from '../core/audit';
import { crontabFault, readCrontab, strikes } from '../core/crontab';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { type Schedulable, type Schedule, scheduleOf } from '../core/schedule';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { savedSchedules, scheduleForUpdate, writeSchedule } from '../store/schedules';

/** When each kind of work runs by itself, in the order of `kinds`. */
export async function schedulesOf(db: Db, kinds: readonly Schedulable[]): Promise<readonly Schedule[]> {
  const saved = await savedSchedules(db);
  return kinds.map((kind) => scheduleOf(kind, saved.get(kind.name) ?? null));
}

/** The kinds of work that are to begin in the minute of `at`. */
export async function dueAt(db: Db, kinds: readonly Schedulable[], at: Date): Promise<readonly string[]> {
  const schedules = await schedulesOf(db, kinds);
  return schedules
    .filter(({ enabled, crontab }) => enabled && crontab !== null && strikes(readCrontab(crontab), at))
    .map(({ name }) => name);
}

/** A schedule to be saved: `version` is the one it was read at. */
export interface ScheduleInput {
  readonly name: string;
  readonly enabled: boolean;
  /** Left out: as it is. */
  readonly crontab?: string | null | undefined;
  readonly version: number;
}

/**
 * Decides when a kind of work runs by itself; every worker goes by it from the next minute on. Throws NOT_FOUND for work that never does,
 * BAD_INPUT for a line that means nothing, and CONFLICT when it was changed since it was read.
 */
export async function saveSchedule(db: Db, kinds: readonly Schedulable[], input: ScheduleInput, actor: Actor): Promise<Schedule> {
  const kind = kinds.find(({ name }) => name === input.name);
  if (!kind) throw notFound('input.name', 'schedule');
  return db.transaction(async (db) => {
    const before = scheduleOf(kind, await scheduleForUpdate(db, kind.name));
    if (before.version !== input.version)
      throw new AppError(ErrorCode.CONFLICT, 'The schedule was changed since it was read.', {
        field: 'input.version',
        expected: `version ${before.version}`,
      });
    const crontab = checked(input.crontab ?? before.crontab, input.enabled);
    const after: Schedule = { ...before, crontab, enabled: input.enabled, version: before.version + 1 };
    await writeSchedule(db, kind.name, after);
    await writeAudit(db, {
      actor,
      action: 'schedule.save',
      entity: 'schedule',
      entityId: kind.name,
      before: told(before),
      after: told(after),
    });
    return after;
  });
}

function checked(crontab: string | null, enabled: boolean): string | null {
  const line = crontab?.trim() || null;
  if (line === null && enabled) throw badInput('input.crontab', 'A schedule that is on needs a time.', 'a crontab line, like "0 3 * * *"');
  const fault = line === null ? null : crontabFault(line);
  if (fault !== null) throw badInput('input.crontab', 'The crontab line means nothing.', `it must ${fault}`);
  return line;
}

function told({ crontab, enabled }: Schedule): object {
  return { crontab, enabled };
}
