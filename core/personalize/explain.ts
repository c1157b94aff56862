/** What a person is told of a fault of Personalize: what happened, and what to do next. */
export function explained(name: string, message: string): string {
  const said = message.replaceAll(/\s+/g, ' ').slice(0, 300);
  const advice = ADVICE.find(([pattern]) => pattern.test(`${name} ${said}`))?.[1];
  return [`${name}: ${said}`, advice].filter(Boolean).join(' ');
}

/** What a person is told of something that ended in CREATE FAILED. */
export function explainedFailure(reason: string | null): string {
  return explained('CREATE FAILED', reason ?? 'Personalize gave no reason.');
}

/** Failures that pass by themselves, because a new role is not known everywhere at once. */
export function passesByItself(reason: string | null): boolean {
  return /insufficient privileges|unable to assume|not authorized to perform: sts/i.test(reason ?? '');
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /insufficient privileges|unable to assume|access ?denied|not authorized/i,
    'Look whether the role of PERSONALIZE_ROLE_ARN trusts personalize.amazonaws.com and may read the bucket, whether the policy of the bucket lets personalize.amazonaws.com in, and whether our own credentials may do this.',
  ],
  [
    /UnrecognizedClient|InvalidSignature|MissingAuthentication|ExpiredToken|CredentialsProvider/i,
    "Look at AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the SDK's other settings, and at the clock of this machine.",
  ],
  [
    /LimitExceeded/i,
    'A quota of the account is used up: remove what is not needed, or ask AWS for more in Service Quotas. It is tried again by itself.',
  ],
  [/missing the following columns|csv|avro|schema/i, 'The files and the schema do not fit each other: export again.'],
  [
    /fewer than|not enough|at least|minimum/i,
    'There is too little to learn from: it takes 1,000 interactions and 25 people with two each.',
  ],
  [/InvalidInput/i, 'The call as it stands will not do: change the settings, then start again.'],
];
