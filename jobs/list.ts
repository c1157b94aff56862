import { importTitlesJob } from './import-titles';
import type { JobKind } from './job';
import { maintain } from './maintain';
import { replay } from './replay';
import { rollUp } from './roll-up';
import { train } from './train';
import { tune } from './tune';

/** Every kind of background work. */
export const JOBS: readonly JobKind[] = [importTitlesJob, maintain, replay, rollUp, train, tune];
