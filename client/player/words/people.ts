/** Words for signing in and out, and for a person's own page. */
export const PEOPLE_WORDS = {
  'people.signIn': ['Sign in', 'Войти'],
  'people.signUp': ['Create account', 'Создать аккаунт'],
  'people.signOut': ['Sign out', 'Выйти'],
} as const;
