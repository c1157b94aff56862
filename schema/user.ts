import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Profile } from '../core/profile';
import { TitleKind } from '../core/title';
import { Payload } from './error';
import { connectionOf } from './page';

type Nullable<Row> = { readonly [Field in keyof Row]?: Row[Field] | null };

@ObjectType('GenrePreference', { description: 'How much a person likes a genre.', simpleResolvers: true })
@InputType('GenrePreferenceInput', { description: 'How much a person likes a genre.' })
export class GenrePreference {
  @Field(() => TitleKind, { description: 'Of which kind of title.' })
  readonly kind: TitleKind;

  @Field(() => String, { description: 'The genre, as the catalogue names it.' })
  readonly genre: string;

  @Field(() => Float, { description: 'From 0, not at all, to 1, very much.' })
  readonly weight: number;
}

@ObjectType('Profile', {
  description: 'What a person tells of themselves, all of it optional; for nobody but them and those who may look into people.',
  simpleResolvers: true,
})
@InputType('ProfileInput', { description: 'What a person tells of themselves; a field that is left out is taken away.' })
export class ProfileType implements Nullable<Profile> {
  @Field(() => String, { nullable: true, description: 'Their gender, in their own words, 1 to 200 characters.' })
  readonly gender?: string | null;

  @Field(() => String, { nullable: true, description: 'Their marital status, in their own words, 1 to 200 characters.' })
  readonly maritalStatus?: string | null;

  @Field(() => String, { nullable: true, description: 'The country they live in, 1 to 200 characters.' })
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: 'The state or region they live in, 1 to 200 characters.' })
  readonly state?: string | null;

  @Field(() => String, { nullable: true, description: 'The city they live in, 1 to 200 characters.' })
  readonly city?: string | null;

  @Field(() => Int, { nullable: true, description: 'The year they were born in, 1880 to 2100.' })
  readonly birthYear?: number | null;
}

@ObjectType('User', { description: 'A person for whom Kinograph recommends.', simpleResolvers: true })
export class UserType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => String, { description: 'Who names this person: app, session, movielens, demo.' })
  readonly source: string;

  @Field(() => String, { description: 'The name they have there.' })
  readonly externalId: string;

  @Field(() => Int, { description: 'Grows with every change that can change the person’s list.' })
  readonly version: number;

  @Field(() => String, { nullable: true, description: 'What they like to be called.' })
  readonly name: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone, for example Europe/Helsinki.' })
  readonly timeZone: string | null;

  @Field(() => String, { nullable: true, description: 'Language tag, for example en-GB.' })
  readonly locale: string | null;

  @Field(() => GraphQLDateTime, { description: 'When they were first seen.' })
  readonly createdAt: Date;
}

export const UserConnection = connectionOf('User', UserType);

@InputType({ description: 'What a person says of themselves; fields left out keep their value.' })
export class SetPreferencesInput {
  @Field(() => ID, { nullable: true, description: 'Whose; none: the viewer’s own.' })
  readonly userId?: string | null;

  @Field(() => [GenrePreference], { nullable: true, description: 'Liked genres; replaces all.' })
  readonly genres?: GenrePreference[] | null;

  @Field(() => String, { nullable: true, description: 'What they like to be called.' })
  readonly name?: string | null;

  @Field(() => ProfileType, { nullable: true, description: 'Replaces the whole profile: a field of it that is left out is taken away.' })
  readonly profile?: ProfileType | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  readonly timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Language tag.' })
  readonly locale?: string | null;
}

@ObjectType({ description: 'What became of the preferences.', simpleResolvers: true })
export class SetPreferencesPayload extends Payload {
  @Field(() => UserType, { nullable: true, description: 'The person as they are now.' })
  readonly user: UserType | null;
}

@ObjectType({ description: 'A session: keep the token, send it as `Authorization: Bearer`.', simpleResolvers: true })
export class StartSessionPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The session’s token.' })
  readonly token: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the token ends.' })
  readonly expiresAt: Date | null;

  @Field(() => UserType, { nullable: true, description: 'The person.' })
  readonly user: UserType | null;
}

@ObjectType({ description: 'What became of a merge.', simpleResolvers: true })
export class MergeUsersPayload extends Payload {
  @Field(() => UserType, { nullable: true, description: 'The person that holds both pasts now.' })
  readonly user: UserType | null;
}
