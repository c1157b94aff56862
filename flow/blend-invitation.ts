import { MOST_MEMBERS } from '../core/blend/blend';
import { hashSecret } from '../store/api-keys';
import { invitationOf } from '../store/blend-invitations';
import { blendById, membersOfBlend } from '../store/blends';
import type { Db } from '../store/database';
import { usersByIds } from '../store/users';
import type { Acting } from './blend';

/** What an invitation leads to, for somebody who has not joined yet. */
export interface InvitationView {
  readonly name: string | null;
  readonly inviterName: string | null;
  readonly memberCount: number;
  readonly isFull: boolean;
  /** Null for who is not in the blend. */
  readonly blendId: number | null;
  readonly expiresAt: Date;
}

/** Where a token leads; null for one that does not hold, whether it ended, was taken back or never was. */
export async function readInvitation(db: Db, { userId, now }: Acting, token: string): Promise<InvitationView | null> {
  const invitation = await invitationOf(db, hashSecret(token), now);
  if (invitation === null) return null;
  const { blendId, expiresAt } = invitation;
  const [blend, members, [inviter]] = await Promise.all([
    blendById(db, blendId),
    membersOfBlend(db, blendId),
    usersByIds(db, [invitation.userId]),
  ]);
  if (blend === null) return null;
  const isMember = members.some((member) => member.userId === userId);
  return {
    name: blend.name,
    inviterName: inviter?.name ?? null,
    memberCount: members.length,
    isFull: members.length >= MOST_MEMBERS,
    blendId: isMember ? blendId : null,
    expiresAt,
  };
}
