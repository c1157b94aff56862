import type { Config } from '../core/config';
import { importTitlesJob } from './import-titles';
import type { JobKind } from './job';
import { maintain } from './maintain';
import { replay } from './replay';
import { rollUp } from './roll-up';
import { train } from './train';
import { tune } from './tune';

/** Every kind of background work. */
export const JOBS: readonly JobKind[] = [importTitlesJob, maintain, replay, rollUp, train, tune];

/** Every kind, with the schedules that an operator has chosen. */
export function jobsOn({ trainSchedule }: Pick<Config, 'trainSchedule'>): readonly JobKind[] {
  return JOBS.map((kind) => (kind.name === 'train' && trainSchedule !== null ? { ...kind, schedule: trainSchedule } : kind));
}
