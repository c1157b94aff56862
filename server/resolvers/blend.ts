import { Arg, Args, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { BlendVote } from '../../core/blend/ballot';
import { type Blend, type BlendSettings, goesByTags } from '../../core/blend/blend';
import { notFound } from '../../core/errors';
import { Right } from '../../core/rights';
import {
  type Acting,
  agreeInBlend,
  blendOfMember,
  createBlend,
  inviteToBlend,
  joinBlend,
  leaveBlend,
  saveBlend,
  voteInBlend,
} from '../../flow/blend';
import { BlendConnection, BlendPayload, BlendType, InviteToBlendPayload, LeaveBlendPayload } from '../../schema/blend';
import { type BlendSettingsInput, CreateBlendInput, SaveBlendInput } from '../../schema/blend-input';
import { type Connection, TablePageArgs } from '../../schema/page';
import { blendsPage, countBlends } from '../../store/blends';
import { type BlendView, blendReader, blendView, readableBlend } from '../blend-view';
import type { NumberedBlend } from '../blend-watch';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { rowId, subjectOf, titleIdOf } from '../subject';

const WHO = 'Who does it; none: the viewer. Only callers who may write for others name somebody.';
const WHOSE = 'As whom, who must be in it; none: the viewer. Only callers who may read others’ lists name somebody.';
const NO_BLEND = { blend: null };

@Resolver()
export class BlendResolver {
  @Query(() => BlendType, { nullable: true, description: 'A blend that one is in; null for any other, as for an id that is none.' })
  async blend(
    @Arg('id', () => ID, { description: 'The blend.' }) id: string,
    @Arg('userId', () => ID, { nullable: true, description: WHOSE }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<BlendView | null> {
    return readableBlend(context, rowId(id, 'id'), await blendReader(context, userId));
  }

  @Query(() => BlendConnection, { description: 'The blends that one is in, the newest first.' })
  async blends(
    @Arg('userId', () => ID, { nullable: true, description: 'Whose; none: the viewer’s own.' }) userId: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Blend>> {
    const { db } = context.house.database;
    const readerId = await subjectOf(context, userId, { right: Right.RECOMMENDATIONS_READ });
    const { edges, hasNextPage } = await blendsPage(db, readerId, pageFrom(page));
    const views = edges.map(({ node, cursor }) => ({ node: blendView(context, node, { readerId }), cursor }));
    return connectionFrom({ edges: views, hasNextPage }, () => countBlends(db, readerId));
  }

  @Mutation(() => BlendPayload, { description: 'Makes a blend of one; `inviteToBlend` lets others join.' })
  createBlend(
    @Arg('input', () => CreateBlendInput, { defaultValue: {}, description: 'Its settings.' }) input: CreateBlendInput,
    @Ctx() context: Context,
  ): Promise<BlendPayload> {
    return changed(context, input.userId, async (acting) => {
      const blend = await createBlend(context.house.database.db, acting, settingsOf(input));
      if (goesByTags(blend)) context.house.blender.prepare();
      return blend;
    });
  }

  @Mutation(() => InviteToBlendPayload, { description: 'Makes a token for others to join by, good for a week.' })
  inviteToBlend(
    @Arg('id', () => ID, { description: 'The blend.' }) id: string,
    @Arg('userId', () => ID, { nullable: true, description: WHO }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<InviteToBlendPayload> {
    return withUserErrors(async () => inviteToBlend(context.house.database.db, await actingOf(context, userId), rowId(id, 'id')), {
      token: null,
      expiresAt: null,
    });
  }

  @Mutation(() => BlendPayload, { description: 'Joins a blend; its list is of all members from then on. At most eight are in one.' })
  joinBlend(
    @Arg('token', () => String, { description: 'The token of an invitation.' }) token: string,
    @Arg('userId', () => ID, { nullable: true, description: WHO }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<BlendPayload> {
    return changed(context, userId, (acting) => joinBlend(context.house.database.db, acting, token));
  }

  @Mutation(() => LeaveBlendPayload, { description: 'Leaves a blend: what one watched and voted counts no more from then on.' })
  leaveBlend(
    @Arg('id', () => ID, { description: 'The blend.' }) id: string,
    @Arg('userId', () => ID, { nullable: true, description: WHO }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<LeaveBlendPayload> {
    const leave = async () => {
      await leaveBlend(context.house.database.db, await actingOf(context, userId), rowId(id, 'id'));
      return { left: true };
    };
    return withUserErrors(leave, { left: false });
  }

  @Mutation(() => BlendPayload, { description: 'Votes for or against a title, or vetoes it; the newest vote of a member counts.' })
  voteInBlend(
    @Arg('id', () => ID, { description: 'The blend.' }) id: string,
    @Arg('titleId', () => ID, { description: 'The title.' }) titleId: string,
    @Arg('vote', () => BlendVote, { nullable: true, description: 'What one says; null takes it back.' }) vote: BlendVote | null | undefined,
    @Arg('userId', () => ID, { nullable: true, description: WHO }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<BlendPayload> {
    const { db } = context.house.database;
    return changed(context, userId, async (acting) =>
      voteInBlend(db, acting, { id: rowId(id, 'id'), titleId: await titleIdOf(context, titleId, 'titleId'), vote: vote ?? null }),
    );
  }

  @Mutation(() => BlendPayload, { description: 'Lets reasons name to the others what one watched, once all agree; or no more.' })
  agreeInBlend(
    @Arg('id', () => ID, { description: 'The blend.' }) id: string,
    @Arg('agrees', () => Boolean, { description: 'Whether one agrees.' }) agrees: boolean,
    @Arg('userId', () => ID, { nullable: true, description: WHO }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<BlendPayload> {
    return changed(context, userId, (acting) => agreeInBlend(context.house.database.db, acting, { id: rowId(id, 'id'), agrees }));
  }

  @Mutation(() => BlendPayload, { description: 'Changes what the members agree on; any of them may.' })
  saveBlend(
    @Arg('input', () => SaveBlendInput, { description: 'The blend, and what changes.' }) input: SaveBlendInput,
    @Ctx() context: Context,
  ): Promise<BlendPayload> {
    const { db } = context.house.database;
    const id = (): number => rowId(input.id, 'input.id');
    const save = (acting: Acting) => saveBlend(db, acting, { ...settingsOf(input), id: id(), version: input.version });
    return changed(context, input.userId, save, id);
  }

  @Subscription(() => BlendType, {
    description:
      'A blend as it is, then again whenever somebody joins, leaves, votes or watches. Ends with NOT_FOUND for who is not in it.',
    subscribe: async ({ args, context }: { args: { id: string; userId?: string | null }; context: Context }) => {
      const readerId = await blendReader(context, args.userId);
      if (readerId === undefined) throw notFound('id', 'blend');
      return context.house.blendWatch.watch(rowId(args.id, 'id'), readerId);
    },
  })
  async blendChanged(
    @Root() { answer }: NumberedBlend,
    @Arg('id', () => ID, { description: 'The blend.' }) _id: string,
    @Arg('userId', () => ID, { nullable: true, description: WHOSE }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<BlendView> {
    const readerId = await blendReader(context, userId);
    // Whoever left while this was on its way is answered like any stranger.
    const inside = readerId === null || answer.members.some((member) => member.userId === readerId);
    if (readerId === undefined || !inside) throw notFound('id', 'blend');
    return blendView(context, answer.blend, { readerId, made: answer });
  }
}

async function actingOf(context: Context, userId: string | null | undefined): Promise<Acting> {
  return { userId: await subjectOf(context, userId, { right: Right.EVENTS_WRITE }), now: context.house.clock() };
}

/** Makes a change and answers the blend as it is then; on a CONFLICT with `current`, as it stands there. */
async function changed(
  context: Context,
  userId: string | null | undefined,
  change: (acting: Acting) => Promise<Blend>,
  current?: () => number,
): Promise<BlendPayload> {
  const acting = await actingOf(context, userId);
  const { db } = context.house.database;
  return withUserErrors(
    async () => ({ blend: blendView(context, await change(acting), { readerId: acting.userId }) }),
    async ({ code }) => {
      if (code !== 'CONFLICT' || current === undefined) return NO_BLEND;
      const blend = await blendOfMember(db, current(), acting.userId);
      return { blend: blend && blendView(context, blend, { readerId: acting.userId }) };
    },
  );
}

/** What is given, null included where null means something. */
function settingsOf({ name, strategy, taste, power, kinds, seconds, certificate, rewatch }: BlendSettingsInput): Partial<BlendSettings> {
  return {
    ...(name !== undefined && { name }),
    ...(strategy && { strategy }),
    ...(taste && { taste }),
    ...(power !== undefined && power !== null && { power }),
    ...(kinds && { kinds }),
    ...(seconds !== undefined && { seconds }),
    ...(certificate !== undefined && { certificate }),
    ...(rewatch !== undefined && rewatch !== null && { rewatch }),
  };
}
