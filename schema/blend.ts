import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { BlendVote } from '../core/blend/ballot';
import { BlendTaste } from '../core/blend/blend';
import { BlendStrategy } from '../core/blend/strategy';
import { TitleKind } from '../core/title';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('BlendMember', { description: 'Somebody in a blend, as the others may see them.' })
export class BlendMemberType {
  @Field(() => ID, { description: 'Who it is, by our id.', simple: true })
  readonly userId: number;

  @Field(() => GraphQLDateTime, { description: 'When they joined.', simple: true })
  readonly joinedAt: Date;

  @Field(() => Boolean, { description: 'Whether reasons may name to the others what they watched; they do once all agree.', simple: true })
  readonly agrees: boolean;
}

@ObjectType('BlendSatisfaction', { description: 'How well a title suits a member.', simpleResolvers: true })
export class BlendSatisfactionType {
  @Field(() => ID, { description: 'The member.' })
  readonly userId: number;

  @Field(() => Float, {
    nullable: true,
    description: '1: as their best title; 0: no better than most; null where nothing is known of their taste.',
  })
  readonly value: number | null;
}

@ObjectType('BlendReason', { description: 'Why a title is in a blend.' })
export class BlendReasonType {
  @Field(() => ID, { nullable: true, description: 'By whose past; null: by that of all.', simple: true })
  readonly userId: number | null;
}

@ObjectType('BlendTitle', { description: 'One place of a blend.' })
export class BlendTitleType {
  @Field(() => Int, { description: 'Its place, from 1.', simple: true })
  readonly rank: number;

  @Field(() => [BlendSatisfactionType], { description: 'How well it suits each.', simple: true })
  readonly satisfactions: readonly BlendSatisfactionType[];

  @Field(() => ID, { nullable: true, description: 'The member who gives way here; null where it suits all about alike.', simple: true })
  readonly givesWayId: number | null;
}

@ObjectType('BlendBallot', { description: 'What a member says of a title.' })
export class BlendBallotType {
  @Field(() => ID, { description: 'The member.', simple: true })
  readonly userId: number;

  @Field(() => BlendVote, { description: 'What they say.', simple: true })
  readonly vote: BlendVote;
}

@ObjectType('Blend', { description: 'One list for several people, or for one.' })
export class BlendType {
  @Field(() => ID, { description: 'Our id.', simple: true })
  readonly id: number;

  @Field(() => String, { nullable: true, description: 'What they call it.', simple: true })
  readonly name: string | null;

  @Field(() => BlendStrategy, { description: 'How one list is made of several likings.', simple: true })
  readonly strategy: BlendStrategy;

  @Field(() => BlendTaste, { description: 'What it goes by; ORIGINAL goes by tags in any case.', simple: true })
  readonly taste: BlendTaste;

  @Field(() => Float, { description: 'Exponent of the mean over tags: 0.5, the original’s, or 2.', simple: true })
  readonly power: number;

  @Field(() => [TitleKind], { description: 'Only titles of these kinds; empty: films and shows.', simple: true })
  readonly kinds: readonly TitleKind[];

  @Field(() => Int, { nullable: true, description: 'The time that they have together, in seconds; null: all evening.', simple: true })
  readonly seconds: number | null;

  @Field(() => String, { nullable: true, description: 'Fit for the youngest of them: nothing above this certificate.', simple: true })
  readonly certificate: string | null;

  @Field(() => Boolean, { description: 'Whether what some have seen may come again; what all have seen never does.', simple: true })
  readonly rewatch: boolean;

  @Field(() => Int, { description: 'Counts the changes of these settings.', simple: true })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it was made.', simple: true })
  readonly createdAt: Date;
}

export const BlendConnection = connectionOf('Blend', BlendType);

@ObjectType({ description: 'A blend after a change.', simpleResolvers: true })
export class BlendPayload extends Payload {
  @Field(() => BlendType, { nullable: true, description: 'The blend as it is now; on a CONFLICT of saveBlend as somebody else left it.' })
  readonly blend: BlendType | null;
}

@ObjectType({ description: 'A way into a blend. It is told this once.', simpleResolvers: true })
export class InviteToBlendPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Whoever has it may join. It is a secret.' })
  readonly token: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends, after a week; sooner when whoever made it leaves.' })
  readonly expiresAt: Date | null;
}

@ObjectType({ description: 'Whether somebody has left.', simpleResolvers: true })
export class LeaveBlendPayload extends Payload {
  @Field(() => Boolean, { description: 'True: they are out, and nothing of theirs counts any more.' })
  readonly left: boolean;
}
