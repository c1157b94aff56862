import { explained, passesByItself } from '../core/personalize/explain';
import { ACTIVE, CONFLICT, CREATING, type PersonalizeResource, PLANNED, REFUSED } from '../core/personalize/sync';
import { createInput, differenceOf, seenIn, WIRE } from '../core/personalize/wire';
import { FaultKind, faultKind } from '../engine/personalize/fault';
import { ask, change, errorName, later, listed, nextLook, type PersonalizeWork } from './personalize-work';

type Json = Readonly<Record<string, unknown>>;
type Row = PersonalizeResource;

const ROLE_SECONDS = 60;
const AGAIN_SECONDS = 30;
const AWAY_SECONDS = 20;
const QUOTA_SECONDS = 600;
/** How often something that may pass by itself is tried. */
const TRIES = 5;

/**
 * Makes one resource, or takes up what is there under its name: the create is announced and committed first, so that a run that comes after a
 * crash knows that there may be one; then we look; only then is it asked for. `versionName` is what a campaign shall serve.
 */
export async function make(work: PersonalizeWork, row: Row, versionName: string | undefined): Promise<void> {
  const input = createInput({ ...row, ...(versionName !== undefined && { versionName }) }, work);
  if (row.kind === 'SOLUTION_VERSION') return makeVersion(work, row, input);
  const announced = await announce(work, row, {});
  const found = await lookUp(work, announced, input);
  if (!found) await create(work, announced, input);
}

/** Looks for what an announced create came to; whether it was found. */
export async function lookUp(work: PersonalizeWork, row: Row, input: Json | null): Promise<boolean> {
  const { noun, nameField } = WIRE[row.kind];
  const all = await listed(work, row);
  const known = all.find((each) => each.name === row.name || each[nameField] === row.name);
  const arn = known?.[`${noun}Arn`];
  if (typeof arn === 'string') {
    await takeUp(work, row, arn, input);
    return true;
  }
  if (row.kind !== 'EVENT_TRACKER' || all.length === 0) return false;
  await stop(
    work,
    row,
    CONFLICT,
    `The dataset group has an event tracker already (${String(all[0]?.name)}), and it can have only one: remove that one, then start again.`,
  );
  return true;
}

/**
 * A training is paid for each time and its name stands in no list: the versions that were there before are noted with the announcement, and
 * what is there later and was not then is ours by its name, or where it is the only one without a name. Where that does not tell, a person must.
 */
async function makeVersion(work: PersonalizeWork, row: Row, input: Json): Promise<void> {
  const arns = (await listed(work, row)).map((each) => String(each.solutionVersionArn));
  const isFresh = row.status !== CREATING;
  const known = isFresh ? [] : (row.details.knownArns ?? []);
  const nameless: string[] = [];
  for (const arn of arns.filter((each) => !known.includes(each))) {
    const { name } = seenIn(row.kind, await ask(work, 'DescribeSolutionVersion', { solutionVersionArn: arn }));
    if (name === row.name) return takeUp(work, row, arn, input);
    if (name === null) nameless.push(arn);
  }
  if (isFresh) return create(work, await announce(work, row, { knownArns: arns }), input);
  if (nameless.length === 1) return takeUp(work, row, String(nameless[0]), input);
  if (nameless.length > 1)
    return stop(
      work,
      row,
      CONFLICT,
      `${nameless.length} trainings of this solution began since ours was asked for, and none has a name: it cannot be told which is ours. Remove those that are not in AWS, then start again.`,
    );
  // A call whose answer was lost may still be on its way.
  const arrived = new Date((row.intentAt ?? work.clock()).getTime() + ROLE_SECONDS * 1000);
  if (work.clock() < arrived) return change(work, row, { nextPollAt: arrived });
  return create(work, row, input);
}

async function announce(work: PersonalizeWork, row: Row, details: Row['details']): Promise<Row> {
  if (row.status === CREATING) return row;
  const announced = { status: CREATING, intentAt: work.clock(), failureReason: null, nextPollAt: null };
  await change(work, row, { ...announced, details });
  return { ...row, ...announced, details: { ...row.details, ...details } };
}

async function create(work: PersonalizeWork, row: Row, input: Json): Promise<void> {
  const { word, noun } = WIRE[row.kind];
  try {
    const answer = await ask(work, `Create${word}`, input, row);
    const trackingId = typeof answer.trackingId === 'string' ? { trackingId: answer.trackingId } : {};
    await change(work, row, {
      ...{ arn: String(answer[`${noun}Arn`]), status: 'CREATE PENDING', createdByUs: true, failureReason: null },
      ...{ nextPollAt: row.kind === 'SCHEMA' ? null : nextLook(work, 0), details: { ...trackingId, polls: 0 } },
    });
  } catch (error) {
    work.signal.throwIfAborted();
    if (errorName(error) === 'ResourceAlreadyExistsException' && (await foundAfterAll(work, row, input))) return;
    await settle(work, row, error);
  }
}

async function foundAfterAll(work: PersonalizeWork, row: Row, input: Json): Promise<boolean> {
  if (row.kind !== 'SOLUTION_VERSION') return lookUp(work, row, input);
  for (const { solutionVersionArn } of await listed(work, row)) {
    const { name } = seenIn(row.kind, await ask(work, 'DescribeSolutionVersion', { solutionVersionArn }));
    if (name !== row.name) continue;
    await takeUp(work, row, String(solutionVersionArn), input);
    return true;
  }
  return false;
}

/** What a failed create means. Whether it came to something is unknown only where no answer came: then the next turn looks first. */
async function settle(work: PersonalizeWork, row: Row, error: unknown): Promise<void> {
  const [name, kind] = [errorName(error), faultKind(error)];
  const message = error instanceof Error ? error.message : '';
  const failureReason = explained(name, message);
  const polls = (row.details.polls ?? 0) + 1;
  const wait = (seconds: number, status: string): Promise<void> =>
    change(work, row, { status, failureReason, nextPollAt: later(work, seconds), details: { polls } });
  if (name === 'LimitExceededException') return wait(QUOTA_SECONDS, PLANNED);
  if (kind === FaultKind.THROTTLED) return wait(AGAIN_SECONDS, PLANNED);
  if (name === 'ResourceAlreadyExistsException')
    return polls < TRIES
      ? wait(AGAIN_SECONDS, CREATING)
      : stop(
          work,
          row,
          CONFLICT,
          `Something of the name ${row.name} is there, but not where ours would be: remove it in AWS, then start again.`,
        );
  if (kind === FaultKind.MISSING) return polls < TRIES * 2 ? wait(AGAIN_SECONDS, PLANNED) : stop(work, row, REFUSED, failureReason);
  if (passesByItself(message) && polls < TRIES) return wait(ROLE_SECONDS, PLANNED);
  if (kind === FaultKind.INVALID || kind === FaultKind.REFUSED) return stop(work, row, REFUSED, failureReason);
  return wait(AWAY_SECONDS, CREATING);
}

/** Takes up what is there: ours by its tag, else, of a schema, by having been made after we said that we would; or somebody else's that fits. */
async function takeUp(work: PersonalizeWork, row: Row, arn: string, input: Json | null): Promise<void> {
  const { word, noun, hasTags } = WIRE[row.kind];
  const seen = seenIn(row.kind, await ask(work, `Describe${word}`, { [`${noun}Arn`]: arn }));
  const difference = input === null ? null : differenceOf(input, seen);
  if (difference !== null)
    return stop(
      work,
      row,
      CONFLICT,
      `${row.name} is there already and is not what is wanted: ${difference}. Remove it in AWS or choose another PERSONALIZE_PREFIX, then start again.`,
    );
  const isLater =
    row.intentAt !== null && seen.createdAt !== null && seen.createdAt.getTime() >= row.intentAt.getTime() - ROLE_SECONDS * 1000;
  const createdByUs = hasTags ? await hasOurTags(work, arn) : isLater;
  const isOver = seen.status === ACTIVE && row.kind === 'SCHEMA';
  await change(work, row, {
    ...{ arn, createdByUs, failureReason: null, status: isOver ? ACTIVE : 'CREATE PENDING' },
    // Whatever else is to be known of it is read by the look that follows at once.
    ...{ nextPollAt: null, intentAt: row.intentAt ?? work.clock(), details: { polls: 0 } },
  });
}

async function hasOurTags(work: PersonalizeWork, resourceArn: string): Promise<boolean> {
  const { tags } = await ask(work, 'ListTagsForResource', { resourceArn });
  const told = (tags ?? []) as readonly { readonly tagKey?: string; readonly tagValue?: string }[];
  return work.tags.every(({ tagKey, tagValue }) => told.some((each) => each.tagKey === tagKey && each.tagValue === tagValue));
}

function stop(work: PersonalizeWork, row: Row, status: string, failureReason: string): Promise<void> {
  return change(work, row, { status, failureReason, nextPollAt: null });
}
