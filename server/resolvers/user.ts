import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { present } from '../../core/present';
import type { Profile } from '../../core/profile';
import { Right } from '../../core/rights';
import type { TitleKind } from '../../core/title';
import type { Preferences, User } from '../../core/user';
import { setPreferences } from '../../flow/user';
import { type Connection, TablePageArgs } from '../../schema/page';
import { GenrePreference, ProfileType, SetPreferencesInput, SetPreferencesPayload, UserConnection, UserType } from '../../schema/user';
import { countUsers, userSources, usersPage } from '../../store/users';
import { outsiderOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireOwn } from '../own';
import { requireRight } from '../rights';
import { subjectOf } from '../subject';

@Resolver(() => UserType)
export class UserResolver {
  @Query(() => UserType, { nullable: true, description: 'The person that the token names; null without one.' })
  viewer(@Ctx() context: Context): Promise<User | null> | null {
    return context.caller.kind === 'viewer' ? context.loaders.user.load(context.caller.userId) : null;
  }

  @Query(() => UserType, {
    nullable: true,
    description: 'One person, by our id or as app:<your id>: the viewer, or anyone for callers who may name others.',
  })
  async user(@Arg('id', () => ID, { description: 'The person.' }) id: string, @Ctx() context: Context): Promise<User | null> {
    return context.loaders.user.load(await subjectOf(context, id, { right: Right.USERS_READ, field: 'id' }));
  }

  @Query(() => UserConnection, {
    description: 'Everyone; for operators and keys that may see people. A totalCount of 10,001 stands for more than 10,000.',
  })
  async users(
    @Arg('search', () => String, { nullable: true, description: 'How an external id or a name begins.' }) search: string | null | undefined,
    @Arg('source', () => String, { nullable: true, description: 'Only of this source; see `userSources`.' }) source:
      | string
      | null
      | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<User>> {
    requireRight(context, Right.USERS_READ);
    const { db } = context.house.database;
    const filter = { search: search ?? null, source: source ?? null };
    return connectionFrom(await usersPage(db, { ...filter, page: pageFrom(page) }), () => countUsers(db, filter));
  }

  @Query(() => [String], { description: 'Who names people: app, session, and others that there are.' })
  userSources(@Ctx() context: Context): Promise<readonly string[]> {
    requireRight(context, Right.USERS_READ);
    return userSources(context.house.database.db);
  }

  @Mutation(() => SetPreferencesPayload, { description: 'Says what a person likes; their list follows at once.' })
  setPreferences(
    @Arg('input', () => SetPreferencesInput, { description: 'What to change.' }) input: SetPreferencesInput,
    @Ctx() context: Context,
  ): Promise<SetPreferencesPayload> {
    return withUserErrors(
      async () => {
        const userId = await subjectOf(context, input.userId, { right: Right.EVENTS_WRITE, field: 'input.userId' });
        const { userId: _, genres, profile, ...rest } = input;
        const preferences = genres ? { genres: byKind(genres) } : undefined;
        const told = { ...rest, preferences, profile: profile && present(profile) };
        return { user: await setPreferences(context.house.database.db, { ...told, userId, actor: outsiderOf(context) }) };
      },
      { user: null },
    );
  }

  @FieldResolver(() => ProfileType, { description: 'What they tell of themselves; FORBIDDEN for anyone else’s eyes.' })
  profile(@Root() user: User, @Ctx() context: Context): Profile {
    requireOwn(context, user, 'profile');
    return user.profile;
  }

  @FieldResolver(() => [GenrePreference], { description: 'The genres they said they like.' })
  likedGenres(@Root() user: User): readonly GenrePreference[] {
    return Object.entries(user.preferences.genres ?? {}).flatMap(([kind, weights]) =>
      Object.entries(weights).map(([genre, weight]) => ({ kind: kind as TitleKind, genre, weight })),
    );
  }
}

function byKind(genres: readonly GenrePreference[]): Preferences['genres'] {
  const kinds = new Set(genres.map(({ kind }) => kind));
  const weightsOf = (kind: TitleKind) =>
    Object.fromEntries(genres.filter((each) => each.kind === kind).map(({ genre, weight }) => [genre, weight]));
  return Object.fromEntries([...kinds].map((kind) => [kind, weightsOf(kind)]));
}
