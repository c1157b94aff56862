import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('BlendInvitation', {
  description: 'What an invitation leads to: enough to decide whether to join, and nothing of what anybody watched.',
  simpleResolvers: true,
})
export class BlendInvitationType {
  @Field(() => String, { nullable: true, description: 'What they call the blend.' })
  readonly name: string | null;

  @Field(() => String, { nullable: true, description: 'The name of whoever invites, where they told it.' })
  readonly inviterName: string | null;

  @Field(() => Int, { description: 'How many are in it.' })
  readonly memberCount: number;

  @Field(() => Boolean, { description: 'Whether there is no room: eight are in it.' })
  readonly isFull: boolean;

  @Field(() => ID, { nullable: true, description: 'The blend, where whoever asks is in it already; else null.' })
  readonly blendId: number | null;

  @Field(() => GraphQLDateTime, { description: 'When it ends.' })
  readonly expiresAt: Date;
}
