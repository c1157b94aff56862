import { randomBytes } from 'node:crypto';
import type { BlendVote } from '../core/blend/ballot';
import { type Blend, type BlendSettings, checkBlend, MOST_MEMBERS, NEW_BLEND } from '../core/blend/blend';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { hashSecret } from '../store/api-keys';
import { countInvitations, insertInvitation, invitationOf } from '../store/blend-invitations';
import {
  blendById,
  countBallots,
  countBlends,
  insertBlend,
  insertMember,
  lockBlend,
  membersOfBlend,
  removeMember,
  setAgrees,
  updateBlend,
  writeBallot,
} from '../store/blends';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { titlesByIds } from '../store/titles';
import { lockUsers } from '../store/users';

/** Who acts in a blend, and when. */
export interface Acting {
  readonly userId: number;
  readonly now: Date;
}

/** A way into a blend that is told once. */
export interface Invitation {
  readonly token: string;
  readonly expiresAt: Date;
}

const MOST_BLENDS = 100;
const MOST_INVITATIONS = 50;
const MOST_VOTES = 1_000;
const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;
const TOKEN_BYTES = 24;

/** Makes a blend with one member. Throws BAD_INPUT on the setting at fault, CONFLICT where that person is in too many, NOT_FOUND for nobody. */
export async function createBlend(db: Db, { userId, now }: Acting, settings: Partial<BlendSettings>): Promise<Blend> {
  checkBlend(settings);
  return db.transaction(async (db) => {
    await requireRoom(db, userId);
    const blend = await insertBlend(db, { ...NEW_BLEND, ...settings });
    await insertMember(db, blend.id, { userId, agrees: false, now });
    return blend;
  });
}

/** Makes a link for somebody to join by, good for a week and for as many as there is room for. Throws NOT_FOUND to who is not in the blend, CONFLICT where too many are open. */
export async function inviteToBlend(db: Db, { userId, now }: Acting, id: number): Promise<Invitation> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  await db.transaction(async (db) => {
    await requireMember(db, id, userId);
    const open = await countInvitations(db, id, now);
    if (open >= MOST_INVITATIONS) throw tooMany('id', `${open} invitations are open`, `at most ${MOST_INVITATIONS}: use one of them`);
    await insertInvitation(db, { hash: hashSecret(token), blendId: id, userId, now, expiresAt });
  });
  return { token, expiresAt };
}

/** Lets somebody in who holds a token; coming again changes nothing. Throws NOT_FOUND for a token that does not hold, CONFLICT where there is no room. */
export async function joinBlend(db: Db, { userId, now }: Acting, token: string): Promise<Blend> {
  return db.transaction(async (db) => {
    const invitation = await invitationOf(db, hashSecret(token), now);
    const blend = invitation === null ? null : await lockBlend(db, invitation.blendId);
    if (blend === null) throw notFound('token', 'invitation that still holds');
    const members = await membersOfBlend(db, blend.id);
    if (members.some((member) => member.userId === userId)) return blend;
    if (members.length >= MOST_MEMBERS) throw tooMany('token', `There are ${members.length} in this blend`, `at most ${MOST_MEMBERS}`);
    await requireRoom(db, userId);
    await insertMember(db, blend.id, { userId, agrees: false, now });
    await publish(db, [{ topic: 'blend', id: blend.id }]);
    return blend;
  });
}

/** Takes somebody out, with their votes and invitations; what they watched counts no more from now on. Throws NOT_FOUND to who is not in the blend. */
export async function leaveBlend(db: Db, { userId }: Acting, id: number): Promise<void> {
  await db.transaction(async (db) => {
    await requireMember(db, id, userId);
    await removeMember(db, id, userId);
    await publish(db, [{ topic: 'blend', id }]);
  });
}

/** Keeps what somebody says of a title, null takes it back. Throws NOT_FOUND to who is not in the blend and for a title that is not there. */
export async function voteInBlend(
  db: Db,
  { userId, now }: Acting,
  { id, titleId, vote }: { readonly id: number; readonly titleId: number; readonly vote: BlendVote | null },
): Promise<Blend> {
  return db.transaction(async (db) => {
    const blend = await requireMember(db, id, userId);
    if ((await titlesByIds(db, [titleId])).length === 0) throw notFound('titleId', 'title');
    const given = await countBallots(db, id, userId);
    if (vote !== null && given >= MOST_VOTES) throw tooMany('titleId', `You gave ${given} votes in this blend`, `at most ${MOST_VOTES}`);
    await writeBallot(db, id, { userId, titleId, vote, now });
    await publish(db, [{ topic: 'blend', id }]);
    return blend;
  });
}

/** Lets reasons name to the others what somebody watched, once all in the blend do; or no more. Throws NOT_FOUND to who is not in the blend. */
export async function agreeInBlend(
  db: Db,
  { userId }: Acting,
  { id, agrees }: { readonly id: number; readonly agrees: boolean },
): Promise<Blend> {
  return db.transaction(async (db) => {
    const blend = await requireMember(db, id, userId);
    await setAgrees(db, id, userId, agrees);
    await publish(db, [{ topic: 'blend', id }]);
    return blend;
  });
}

/** Changes what is agreed on; what is left out stays. Throws NOT_FOUND to who is not in the blend, BAD_INPUT, and CONFLICT where somebody else was faster. */
export async function saveBlend(
  db: Db,
  { userId }: Acting,
  { id, version, ...settings }: Partial<BlendSettings> & { readonly id: number; readonly version: number },
): Promise<Blend> {
  checkBlend(settings);
  return db.transaction(async (db) => {
    const blend = await requireMember(db, id, userId);
    const saved = await updateBlend(db, { ...blend, ...settings, id, version });
    if (saved === null)
      throw new AppError(ErrorCode.CONFLICT, `The blend was changed since version ${version}.`, {
        field: 'input.version',
        expected: `version ${blend.version}`,
      });
    await publish(db, [{ topic: 'blend', id }]);
    return saved;
  });
}

/** The blend where this person is in it; null for everyone else, so that an id that was guessed tells nothing. */
export async function blendOfMember(db: Db, id: number, userId: number): Promise<Blend | null> {
  const members = await membersOfBlend(db, id);
  return members.some((member) => member.userId === userId) ? blendById(db, id) : null;
}

async function requireMember(db: Db, id: number, userId: number): Promise<Blend> {
  const blend = await lockBlend(db, id);
  const members = blend === null ? [] : await membersOfBlend(db, id);
  if (blend === null || !members.some((member) => member.userId === userId)) throw notFound('id', 'blend');
  return blend;
}

/** Locks the person, so that two requests at once cannot both take the last place. */
async function requireRoom(db: Db, userId: number): Promise<void> {
  const [user] = await lockUsers(db, [userId]);
  if (user === undefined) throw badInput('userId', 'That person is not there any more.', 'somebody who is');
  const blends = await countBlends(db, userId);
  if (blends >= MOST_BLENDS) throw tooMany('userId', `That person is in ${blends} blends`, `at most ${MOST_BLENDS}: leave some`);
}

function tooMany(field: string, what: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, `${what}.`, { field, expected });
}
