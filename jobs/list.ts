import type { JobKind } from './job';
import { maintain } from './maintain';
import { replay } from './replay';
import { rollUp } from './roll-up';

/** Every kind of background work. */
export const JOBS: readonly JobKind[] = [maintain, replay, rollUp];
