import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { SignInPayload, SignOutPayload } from '../../schema/access';
import { signInOperator, signOutOperator } from '../auth/operator';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';

@Resolver()
export class AccessResolver {
  @Mutation(() => SignInPayload, { description: 'Signs an operator in to the console: the answer sets a cookie that lasts 12 hours.' })
  async signIn(
    @Arg('email', () => String, { description: 'Their e-mail address.' }) email: string,
    @Arg('password', () => String, { description: 'Their password.' }) password: string,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return withUserErrors(async () => ({ operator: await signInOperator(context, { email, password }) }), { operator: null });
  }

  @Mutation(() => SignOutPayload, { description: 'Signs the operator out and closes their sockets.' })
  signOut(@Ctx() context: Context): Promise<SignOutPayload> {
    return withUserErrors(
      async () => {
        await signOutOperator(context);
        return { signedOut: true };
      },
      { signedOut: false },
    );
  }
}
