import { type Caller, Role, Scope } from './caller';

/** What a caller may be allowed to do; every resolver and route asks for one of these. */
export enum Right {
  /** Read titles, popular and trending lists, placements, posters. */
  CATALOGUE_READ = 'CATALOGUE_READ',
  /** See titles that are hidden or removed. */
  CATALOGUE_READ_ALL = 'CATALOGUE_READ_ALL',
  /** Begin an anonymous session. */
  SESSION_START = 'SESSION_START',
  /** Read and change what is one's own: events, history, list, preferences. */
  OWN = 'OWN',
  /** Act as a customer's own people, and keep what is said with them: a right of keys, which no role carries. */
  SESSIONS_WRITE = 'SESSIONS_WRITE',
  /** Send events for people named in them, start and merge users. */
  EVENTS_WRITE = 'EVENTS_WRITE',
  /** Ask for lists of people named in the request. */
  RECOMMENDATIONS_READ = 'RECOMMENDATIONS_READ',
  /** Look into users and their history. */
  USERS_READ = 'USERS_READ',
  CATALOGUE_WRITE = 'CATALOGUE_WRITE',
  PLACEMENTS_WRITE = 'PLACEMENTS_WRITE',
  METRICS_READ = 'METRICS_READ',
  MODELS_READ = 'MODELS_READ',
  JOBS_READ = 'JOBS_READ',
  /** Start, cancel and retry jobs: training, evaluation, import. */
  JOBS_RUN = 'JOBS_RUN',
  /** Decide when jobs run by themselves: a training among them goes live when the gate lets it. */
  JOBS_SCHEDULE = 'JOBS_SCHEDULE',
  /** Take data out of the house: history exports, evaluations. */
  EXPORTS = 'EXPORTS',
  AUDIT_READ = 'AUDIT_READ',
  MODELS_PROMOTE = 'MODELS_PROMOTE',
  KEYS_WRITE = 'KEYS_WRITE',
  OPERATORS_WRITE = 'OPERATORS_WRITE',
  /** Forget a person for good. */
  USERS_ERASE = 'USERS_ERASE',
  /** Change offers: a shop's operator its own, others those of every shop. */
  OFFERS_WRITE = 'OFFERS_WRITE',
}

const PUBLIC: readonly Right[] = [Right.CATALOGUE_READ, Right.SESSION_START];
const VIEWER: readonly Right[] = [...PUBLIC, Right.OWN];

const READER: readonly Right[] = [
  Right.CATALOGUE_READ,
  Right.CATALOGUE_READ_ALL,
  Right.RECOMMENDATIONS_READ,
  Right.USERS_READ,
  Right.METRICS_READ,
  Right.MODELS_READ,
  Right.JOBS_READ,
];
const ANALYST: readonly Right[] = [...READER, Right.EXPORTS, Right.JOBS_RUN, Right.AUDIT_READ];
const EDITOR: readonly Right[] = [
  ...READER,
  Right.CATALOGUE_WRITE,
  Right.PLACEMENTS_WRITE,
  Right.OFFERS_WRITE,
  Right.EVENTS_WRITE,
  Right.JOBS_RUN,
];
const EVERYTHING: readonly Right[] = Object.values(Right).filter((right) => right !== Right.OWN && right !== Right.SESSIONS_WRITE);

const OF_ROLE: Readonly<Record<Role, ReadonlySet<Right>>> = {
  [Role.READER]: new Set(READER),
  [Role.ANALYST]: new Set(ANALYST),
  [Role.EDITOR]: new Set(EDITOR),
  [Role.ADMIN]: new Set(EVERYTHING),
  [Role.SHOP]: new Set([Right.CATALOGUE_READ, Right.OFFERS_WRITE]),
};

const OF_SCOPE: Readonly<Record<Scope, ReadonlySet<Right>>> = {
  [Scope.EVENTS_WRITE]: new Set([...PUBLIC, Right.EVENTS_WRITE]),
  [Scope.RECOMMENDATIONS_READ]: new Set([...PUBLIC, Right.RECOMMENDATIONS_READ]),
  [Scope.CATALOGUE_WRITE]: new Set([
    ...PUBLIC,
    Right.CATALOGUE_READ_ALL,
    Right.CATALOGUE_WRITE,
    Right.PLACEMENTS_WRITE,
    Right.OFFERS_WRITE,
  ]),
  [Scope.METRICS_READ]: new Set([...PUBLIC, Right.METRICS_READ, Right.MODELS_READ, Right.JOBS_READ]),
  [Scope.SESSIONS_WRITE]: new Set([...PUBLIC, Right.SESSIONS_WRITE]),
  [Scope.ADMIN]: new Set([...EVERYTHING, Right.SESSIONS_WRITE]),
};

const OF_NOBODY: ReadonlySet<Right> = new Set(PUBLIC);
const OF_VIEWER: ReadonlySet<Right> = new Set(VIEWER);

/** Whether this caller has the right: denied unless the tables above name it. */
export function may(caller: Caller, right: Right): boolean {
  switch (caller.kind) {
    case 'nobody':
      return OF_NOBODY.has(right);
    case 'viewer':
      return OF_VIEWER.has(right);
    case 'key':
      return caller.scopes.some((scope) => OF_SCOPE[scope].has(right));
    case 'operator':
      return OF_ROLE[caller.role].has(right);
  }
}

/** All that a role allows, in the order of `Right`. */
export function rightsOf(role: Role): readonly Right[] {
  return Object.values(Right).filter((right) => OF_ROLE[role].has(right));
}
