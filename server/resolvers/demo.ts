import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { present } from '../../core/present';
import { DemoSignInPayload, DemoSignUpInput, DemoType } from '../../schema/demo';
import { demoAsking, refreshDemo, signInDemo, signUpDemo } from '../auth/demo';
import { isDemo, requireDemo } from '../auth/tokens';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';

const NO_TOKEN = { token: null, expiresAt: null, user: null };

@Resolver()
export class DemoResolver {
  @Query(() => DemoType, { nullable: true, description: 'The demo on this machine; null everywhere else.' })
  async demo(@Ctx() { house, loaders }: Context): Promise<DemoType | null> {
    if (!isDemo(house.config)) return null;
    const people = await house.demoPeople();
    const users = await Promise.all(people.map(({ userId }) => loaders.user.load(userId)));
    return { people: people.flatMap(({ titles, genres }, index) => (users[index] ? [{ user: users[index], titles, genres }] : [])) };
  }

  @Mutation(() => DemoSignInPayload, {
    description:
      'Makes an account of the demo and signs in to it. Join an anonymous session to it with `mergeUsers`. Exists only with the demo, on this machine.',
  })
  demoSignUp(
    @Arg('input', () => DemoSignUpInput, { description: 'The account.' }) input: DemoSignUpInput,
    @Ctx() context: Context,
  ): Promise<DemoSignInPayload> {
    const { email, password, ...description } = input;
    return withUserErrors(() => signUpDemo(context, { ...present(description), email, password }), NO_TOKEN);
  }

  @Mutation(() => DemoSignInPayload, {
    description:
      'Signs in as a demo person, for example movielens:1, or by e-mail and password to an account of the demo. Exists only with the demo, on this machine.',
  })
  demoSignIn(
    @Arg('userId', () => ID, { nullable: true, description: 'The demo person, for example movielens:1; alone.' })
    userId: string | null | undefined,
    @Arg('email', () => String, { nullable: true, description: 'The e-mail address of an account; with its password.' })
    email: string | null | undefined,
    @Arg('password', () => String, { nullable: true, description: 'The password of the account.' }) password: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<DemoSignInPayload> {
    return withUserErrors(() => {
      // First, so that outside the demo nobody can ask who is there.
      requireDemo(context.house.config);
      return signInDemo(context, demoAsking(userId ?? null, email ?? null, password ?? null));
    }, NO_TOKEN);
  }

  @Mutation(() => DemoSignInPayload, {
    description: 'A fresh token of 12 hours for whoever comes with a good one of the demo; FORBIDDEN for anyone else.',
  })
  demoRefresh(@Ctx() context: Context): Promise<DemoSignInPayload> {
    return withUserErrors(() => refreshDemo(context), NO_TOKEN);
  }
}
