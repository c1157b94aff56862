import { Right } from './rights';

/** Work that changes what its starter needed more than JOBS_RUN for: whoever only runs jobs may neither stop it half-way nor begin it again. */
const OF_JOB: Readonly<Record<string, Right>> = {
  'change-titles': Right.CATALOGUE_WRITE,
  'import-catalogue': Right.CATALOGUE_WRITE,
  'import-genome': Right.CATALOGUE_WRITE,
  'import-offers': Right.OFFERS_WRITE,
  'import-scenes': Right.CATALOGUE_WRITE,
  'import-titles': Right.CATALOGUE_WRITE,
  'undo-change-set': Right.CATALOGUE_WRITE,
  'import-history': Right.EVENTS_WRITE,
  'import-interactions': Right.EVENTS_WRITE,
  'export-personalize': Right.EXPORTS,
  'export-model': Right.EXPORTS,
  'import-model': Right.MODELS_PROMOTE,
  forget: Right.USERS_ERASE,
};

/** What one must be allowed to cancel a job of this name, or to retry it. */
export function rightOfJob(name: string): Right {
  return OF_JOB[name] ?? Right.JOBS_RUN;
}
