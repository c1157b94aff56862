import { explained, explainedFailure, passesByItself } from '../core/personalize/explain';
import { nameOfAttempt } from '../core/personalize/plan';
import { ACTIVE, CONFLICT, CREATE_FAILED, DELETE_PENDING, GONE, type PersonalizeResource, PLANNED } from '../core/personalize/sync';
import { type SeenResource, seenIn, WIRE } from '../core/personalize/wire';
import type { ResourceChange } from '../store/personalize-resources';
import { lookUp } from './personalize-make';
import { ask, change, errorName, later, nextLook, type PersonalizeWork } from './personalize-work';

type Json = Readonly<Record<string, unknown>>;
type Row = PersonalizeResource;

const ROLE_SECONDS = 60;
const TRIES = 5;

/** Asks how something is and writes it down; of a version that is trained, also how it measures. */
export async function look(work: PersonalizeWork, row: Row): Promise<void> {
  const seen = await describe(work, row);
  if (seen === null) return;
  const polls = (row.details.polls ?? 0) + 1;
  const { status } = seen;
  const isFiled = row.kind === 'IMPORT_JOB' || row.kind === 'DELETION_JOB';
  if (row.status === DELETE_PENDING) return change(work, row, { nextPollAt: nextLook(work, polls), details: { polls } });
  if (status === CREATE_FAILED && isFiled && passesByItself(seen.failureReason) && row.attempts + 1 < TRIES)
    return change(work, row, { ...nextAttempt(row), nextPollAt: later(work, ROLE_SECONDS) });
  const facts = await factsOf(work, row, seen);
  const isOver = [ACTIVE, CREATE_FAILED, 'CREATE STOPPED'].includes(status) && facts.updatingArn === null;
  const failed = status === CREATE_FAILED || status === 'CREATE STOPPED';
  await change(work, row, {
    ...{ status, nextPollAt: isOver ? null : nextLook(work, polls) },
    failureReason: failed ? explainedFailure(seen.failureReason) : (facts.fault ?? null),
    details: {
      ...facts.details,
      polls: isOver ? 0 : polls,
      ...(status === ACTIVE && !row.details.activeAt && { activeAt: work.clock().toISOString() }),
    },
  });
}

/** What takes a row back to before it was made, under the name of the next attempt. */
export function nextAttempt(row: Row): ResourceChange {
  const first = row.attempts === 0 ? row.name : row.name.slice(0, -`-${row.attempts + 1}`.length);
  const attempts = row.attempts + 1;
  return { attempts, name: nameOfAttempt(first, attempts), ...anew };
}

/** What takes a row back to before it was made. */
export const anew = {
  ...{ arn: null, status: PLANNED, failureReason: null, nextPollAt: null, createdByUs: false, intentAt: null, goneAt: null },
  details: {
    ...{ trackingId: null, deployedArn: null, updatingArn: null, refusedArn: null, activeAt: null, afterwards: null, proposal: null },
    ...{ knownArns: null, polls: null },
  },
} satisfies ResourceChange;

interface Facts {
  readonly details: NonNullable<ResourceChange['details']>;
  /** The version that a campaign is being changed to; null: none. */
  readonly updatingArn: string | null;
  readonly fault?: string;
}

async function factsOf(work: PersonalizeWork, row: Row, { told, status }: SeenResource): Promise<Facts> {
  const trackingId = typeof told.trackingId === 'string' && row.kind === 'EVENT_TRACKER' ? { trackingId: told.trackingId } : {};
  if (row.kind === 'CAMPAIGN' && status === ACTIVE) return campaignFacts(row, told);
  if (row.kind !== 'SOLUTION_VERSION') return { details: trackingId, updatingArn: null };
  const trainingHours = typeof told.trainingHours === 'number' ? { trainingHours: told.trainingHours } : {};
  if (status !== ACTIVE) return { details: trainingHours, updatingArn: null };
  const { metrics } = await ask(work, 'GetSolutionMetrics', { solutionVersionArn: row.arn });
  return { details: { ...trainingHours, metrics: (metrics ?? {}) as Readonly<Record<string, number>> }, updatingArn: null };
}

/** A campaign serves its old version until the update is active; one that fails leaves it as it was. */
function campaignFacts({ details: { updatingArn } }: Row, told: Json): Facts {
  const update = told.latestCampaignUpdate as { solutionVersionArn?: string; status?: string; failureReason?: string } | undefined;
  const deployedArn = String(update?.status === ACTIVE ? update.solutionVersionArn : told.solutionVersionArn);
  const isOurs = updatingArn !== undefined && update?.solutionVersionArn === updatingArn;
  if (isOurs && update.status === CREATE_FAILED)
    return {
      details: { deployedArn, updatingArn: null, refusedArn: updatingArn },
      updatingArn: null,
      fault: `The campaign did not take the new version and serves the one before. ${explainedFailure(update.failureReason ?? null)}`,
    };
  // An update that is not under way over there never arrived: it is asked for again.
  const isOver = !isOurs || deployedArn === updatingArn;
  return { details: { deployedArn, updatingArn: isOver ? null : updatingArn }, updatingArn: isOver ? null : updatingArn };
}

/** Null where there was nothing to see: then it is written down already. */
async function describe(work: PersonalizeWork, row: Row): Promise<SeenResource | null> {
  const { word, noun } = WIRE[row.kind];
  try {
    return seenIn(row.kind, await ask(work, `Describe${word}`, { [`${noun}Arn`]: row.arn }));
  } catch (error) {
    work.signal.throwIfAborted();
    if (errorName(error) !== 'ResourceNotFoundException') {
      const polls = (row.details.polls ?? 0) + 1;
      const failureReason = explained(errorName(error), error instanceof Error ? error.message : '');
      await change(work, row, { failureReason, nextPollAt: nextLook(work, polls), details: { polls } });
    } else if (row.status === DELETE_PENDING) await gone(work, row);
    else
      await change(work, row, {
        status: CONFLICT,
        failureReason: `${row.name} is no longer there: somebody removed it. Start again to have it made anew.`,
        nextPollAt: null,
      });
    return null;
  }
}

/** Lets a campaign serve another version; asked twice it means the same. */
export async function move(work: PersonalizeWork, row: Row, solutionVersionArn: string): Promise<void> {
  // Written first: after a crash the look finds out whether the call arrived.
  await change(work, row, { nextPollAt: null, failureReason: null, details: { updatingArn: solutionVersionArn, polls: 0 } });
  try {
    await ask(work, 'UpdateCampaign', { campaignArn: row.arn, solutionVersionArn, minProvisionedTPS: 1 }, row);
    await change(work, row, { nextPollAt: nextLook(work, 0) });
  } catch (error) {
    work.signal.throwIfAborted();
    const failureReason = explained(errorName(error), error instanceof Error ? error.message : '');
    await change(work, row, { failureReason, nextPollAt: later(work, ROLE_SECONDS), details: { updatingArn: null } });
  }
}

/** Removes what we made. What is in use still is tried again later; what is not there is gone. */
export async function remove(work: PersonalizeWork, row: Row): Promise<void> {
  const { word, noun } = WIRE[row.kind];
  try {
    await ask(work, `Delete${word}`, { [`${noun}Arn`]: row.arn }, row);
    await change(work, row, {
      status: DELETE_PENDING,
      nextPollAt: row.kind === 'SCHEMA' ? null : nextLook(work, 0),
      details: { polls: 0 },
    });
  } catch (error) {
    work.signal.throwIfAborted();
    if (errorName(error) === 'ResourceNotFoundException') return gone(work, row);
    const failureReason = explained(errorName(error), error instanceof Error ? error.message : '');
    await change(work, row, { failureReason, nextPollAt: later(work, ROLE_SECONDS) });
  }
}

/** Of an announced create that shall be removed: takes it up where it came to something, else it is gone. */
export async function find(work: PersonalizeWork, row: Row): Promise<void> {
  if (!(await lookUp(work, row, null))) await gone(work, row);
}

async function gone(work: PersonalizeWork, row: Row): Promise<void> {
  const { afterwards, periods = [] } = row.details;
  const until = work.clock().toISOString();
  const stood = row.kind === 'CAMPAIGN' && row.intentAt !== null ? [...periods, { from: row.intentAt.toISOString(), until }] : periods;
  const details = stood.length > 0 ? { periods: stood } : {};
  if (afterwards === undefined)
    return change(work, row, { status: GONE, goneAt: work.clock(), nextPollAt: null, failureReason: null, details });
  await change(work, row, { ...anew, status: afterwards, createdByUs: row.createdByUs, details: { ...anew.details, ...details } });
}
