import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AppError, ErrorCode } from '../../core/errors';
import { present } from '../../core/present';
import type { Profile } from '../../core/profile';
import { may, Right } from '../../core/rights';
import type { TitleKind } from '../../core/title';
import type { Preferences, User } from '../../core/user';
import { setPreferences } from '../../flow/user';
import { type Connection, TablePageArgs } from '../../schema/page';
import { GenrePreference, ProfileType, SetPreferencesInput, SetPreferencesPayload, UserConnection, UserType } from '../../schema/user';
import { countUsers, usersPage } from '../../store/users';
import { outsiderOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
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

  @Query(() => UserConnection, { description: 'Everyone; for operators and keys that may see people.' })
  async users(
    @Arg('search', () => String, { nullable: true, description: 'How an external id or a name begins.' }) search: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<User>> {
    requireRight(context, Right.USERS_READ);
    const { db } = context.house.database;
    return connectionFrom(await usersPage(db, { search: search ?? null, page: pageFrom(page) }), () => countUsers(db, search ?? null));
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
    if (mayRead(context, user)) return user.profile;
    throw new AppError(ErrorCode.FORBIDDEN, 'A profile is for the person and for those who may look into people.', { field: 'profile' });
  }

  @FieldResolver(() => [GenrePreference], { description: 'The genres they said they like.' })
  likedGenres(@Root() user: User): readonly GenrePreference[] {
    return Object.entries(user.preferences.genres ?? {}).flatMap(([kind, weights]) =>
      Object.entries(weights).map(([genre, weight]) => ({ kind: kind as TitleKind, genre, weight })),
    );
  }
}

/** A person’s own, and nobody else’s to see: a key that may write of people may not read this. */
function mayRead({ caller, proven }: Context, user: User): boolean {
  const own = caller.kind === 'viewer' && caller.userId === user.id;
  return own || proven.has(user.id) || may(caller, Right.USERS_READ);
}

function byKind(genres: readonly GenrePreference[]): Preferences['genres'] {
  const kinds = new Set(genres.map(({ kind }) => kind));
  const weightsOf = (kind: TitleKind) =>
    Object.fromEntries(genres.filter((each) => each.kind === kind).map(({ genre, weight }) => [genre, weight]));
  return Object.fromEntries([...kinds].map((kind) => [kind, weightsOf(kind)]));
}
