import type { Config } from '../core/config';
import type { Schedulable } from '../core/schedule';
import { alertJob } from './alert';
import { attendJob } from './attend';
import { changeTitlesJob } from './change-titles';
import { exportPersonalizeJob } from './export-personalize';
import { forget } from './forget';
import { groupPersonalities } from './group-personalities';
import { importCatalogueJob } from './import-catalogue';
import { importGenomeJob } from './import-genome';
import { importHistoryJob } from './import-history';
import { importInteractionsJob } from './import-interactions';
import { importOffersJob } from './import-offers';
import { importScenesJob } from './import-scenes';
import { importTitlesJob } from './import-titles';
import type { JobKind } from './job';
import { maintain } from './maintain';
import { exportModelJob, importModelJob } from './model-objects';
import { replay } from './replay';
import { rollUp } from './roll-up';
import { syncPersonalizeJob } from './sync-personalize';
import { trainJob } from './train';
import { trainLikes } from './train-likes';
import { tune } from './tune';
import { undoChangeSetJob } from './undo-change-set';

/** Every kind of background work. */
export const JOBS: readonly JobKind[] = [
  alertJob({ allowPrivate: false }),
  attendJob,
  changeTitlesJob,
  exportModelJob(null),
  exportPersonalizeJob(null),
  forget,
  groupPersonalities,
  importCatalogueJob,
  importGenomeJob,
  importHistoryJob,
  importInteractionsJob(null),
  importModelJob(null),
  importOffersJob,
  importScenesJob,
  importTitlesJob,
  maintain,
  replay,
  rollUp,
  syncPersonalizeJob(null),
  trainJob(),
  trainLikes,
  tune,
  undoChangeSetJob,
];

/** Every kind, with the schedules that an operator has chosen and the Spark and S3 that are reached; outside production alerts may go to an address of this machine. */
export function jobsOn({
  trainSchedule,
  production = true,
  spark,
  aws,
  personalize = null,
}: Pick<Config, 'trainSchedule'> & Partial<Pick<Config, 'production' | 'spark' | 'aws' | 'personalize'>>): readonly JobKind[] {
  const amazon = aws === undefined ? null : { aws, personalize };
  return JOBS.map((kind) => {
    if (kind.name === 'alert' && !production) return alertJob({ allowPrivate: true });
    if (kind.name === 'export-personalize') return exportPersonalizeJob(amazon);
    if (kind.name === 'sync-personalize') return syncPersonalizeJob(amazon);
    if (kind.name === 'import-interactions') return importInteractionsJob(amazon);
    if (kind.name === 'export-model') return exportModelJob(amazon);
    if (kind.name === 'import-model') return importModelJob(amazon);
    if (kind.name !== 'train') return kind;
    const here = spark === undefined || aws === undefined ? kind : trainJob({ ...spark, aws });
    return trainSchedule === null ? here : { ...here, schedule: trainSchedule };
  });
}

/** The kinds that may run by themselves, and when they do unless an operator says otherwise. */
export function schedulesOn(kinds: readonly JobKind[]): readonly Schedulable[] {
  return kinds.flatMap(({ name, schedule }) => (schedule === undefined ? [] : { name, crontab: schedule }));
}
