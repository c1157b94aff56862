import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from './error';
import { UserType } from './user';

@ObjectType('DemoPerson', { description: 'Someone to sign in as: their id goes into `demoSignIn`.', simpleResolvers: true })
export class DemoPersonType {
  @Field(() => UserType, { description: 'The person; `source:externalId` is what `demoSignIn` takes.' })
  readonly user: UserType;

  @Field(() => Int, { description: 'How many titles they rated.' })
  readonly titles: number;

  @Field(() => [String], { description: 'The three genres that they rate most above what others and they themselves rate on average.' })
  readonly genres: readonly string[];
}

@ObjectType('Demo', { description: 'What there is to try on a laptop.', simpleResolvers: true })
export class DemoType {
  @Field(() => [DemoPersonType], { description: 'Eight people of different tastes; none where the demo’s data are not loaded.' })
  readonly people: readonly DemoPersonType[];
}

@InputType({ description: 'An account of the demo to be made.' })
export class DemoSignUpInput {
  @Field(() => String, { description: 'The e-mail address to sign in with; nothing is ever sent to it.' })
  readonly email: string;

  @Field(() => String, { description: 'The password, 8 to 1,000 characters.' })
  readonly password: string;

  @Field(() => String, { nullable: true, description: 'What they like to be called, 1 to 200 characters.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'Language tag, for example en-GB.' })
  readonly locale?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone, for example Europe/Helsinki.' })
  readonly timeZone?: string | null;
}

@ObjectType({ description: 'A viewer’s token for a person of the demo: demo only, on this machine only.', simpleResolvers: true })
export class DemoSignInPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The token: send it as `Authorization: Bearer`.' })
  readonly token: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the token ends: in 12 hours. `demoRefresh` gives the next one.' })
  readonly expiresAt: Date | null;

  @Field(() => UserType, { nullable: true, description: 'The person of the demo.' })
  readonly user: UserType | null;
}
