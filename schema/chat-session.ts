import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ChatSession } from '../core/chat-session';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('ChatSession', {
  description: 'What a back end keeps between two messages of a chat; removed after 90 days without a change.',
  simpleResolvers: true,
})
export class ChatSessionType implements ChatSession {
  @Field(() => ID, { description: 'The chat, as the back end calls it.' })
  readonly id: string;

  @Field(() => ID, { nullable: true, description: 'The person whose chat it is, by our id.' })
  readonly userId: number | null;

  @Field(() => GraphQLJSONObject, { description: 'What is kept.' })
  readonly state: Readonly<Record<string, unknown>>;

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.' })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  readonly updatedAt: Date;
}

export const ChatSessionConnection = connectionOf('ChatSession', ChatSessionType);

@InputType({ description: 'A chat to be kept, whole.' })
export class SaveChatSessionInput {
  @Field(() => ID, { description: 'What to call it, 1 to 200 characters. Each key has its own.' })
  readonly id: string;

  @Field(() => ID, { nullable: true, description: 'The person whose chat it is, app:<your id>: it goes when they are forgotten.' })
  readonly userId?: string | null;

  @Field(() => GraphQLJSONObject, { description: 'What to keep, up to 8,192 bytes of JSON.' })
  readonly state: Record<string, unknown>;

  @Field(() => Int, { nullable: true, description: 'The version it was read at; none: it must be new.' })
  readonly version?: number | null;
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SaveChatSessionPayload extends Payload {
  @Field(() => ChatSessionType, { nullable: true, description: 'The chat as it is now; on a CONFLICT as somebody else left it.' })
  readonly session: ChatSession | null;
}
