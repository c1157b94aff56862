import { CombinedGraphQLErrors } from '@apollo/client';
import { apollo } from '../api/apollo';
import { DemoSignInDocument, DemoSignUpDocument, type DemoSignUpInput, type SignedInFragment } from '../generated/documents';
import { keepAccount } from './account';

/** Why somebody could not sign in or up, and at which field, where it is one's fault. */
export interface Refusal {
  readonly field: 'email' | 'password' | 'name' | null;
  /** `network`: nobody answered. */
  readonly why: 'wrong' | 'malformed' | 'taken' | 'tooOften' | 'network' | 'failed';
}

const WHY: Readonly<Record<string, Refusal['why']>> = {
  UNAUTHENTICATED: 'wrong',
  BAD_INPUT: 'malformed',
  CONFLICT: 'taken',
  RATE_LIMITED: 'tooOften',
};

/** Signs in as a person of the demo by their id; answers why not, or null when all tabs are signed in. Never rejects. */
export const signInAsDemoPerson = (userId: string): Promise<Refusal | null> => enter(() => signIn({ userId }));

/** Signs in to an account; answers why not, or null. Never rejects. */
export const signInByPassword = (email: string, password: string): Promise<Refusal | null> => enter(() => signIn({ email, password }));

/** Makes an account and signs in to it; answers why not, or null. Never rejects. */
export const signUp = (input: DemoSignUpInput): Promise<Refusal | null> =>
  enter(async () => {
    const { data } = await apollo.mutate({ mutation: DemoSignUpDocument, variables: { input }, fetchPolicy: 'no-cache' });
    return data?.demoSignUp;
  });

async function signIn(variables: { readonly userId: string } | { readonly email: string; readonly password: string }) {
  const { data } = await apollo.mutate({ mutation: DemoSignInDocument, variables, fetchPolicy: 'no-cache' });
  return data?.demoSignIn;
}

async function enter(ask: () => Promise<SignedInFragment | undefined>): Promise<Refusal | null> {
  try {
    const answer = await ask();
    const [fault] = answer?.userErrors ?? [];
    if (fault) return { field: fieldOf(fault.field), why: WHY[fault.code] ?? 'failed' };
    if (!answer?.token || !answer.expiresAt) return { field: null, why: 'failed' };
    keepAccount({ token: answer.token, expiresAt: answer.expiresAt });
    return null;
  } catch (error) {
    if (!CombinedGraphQLErrors.is(error)) return { field: null, why: 'network' };
    return { field: null, why: WHY[String(error.errors[0]?.extensions?.code)] ?? 'failed' };
  }
}

/** The last part of `input.email`. */
function fieldOf(path: string | null): Refusal['field'] {
  const name = path?.split('.').at(-1);
  return name === 'email' || name === 'password' || name === 'name' ? name : null;
}
