import { type Caller, Role, Scope } from '../../core/caller';
import { may, Right } from '../../core/rights';

const later = new Date('2030-01-01T00:00:00Z');
const key = (...scopes: Scope[]): Caller => ({ kind: 'key', keyId: 1, scopes, expiresAt: null });
const operator = (role: Role): Caller => ({ kind: 'operator', operatorId: 1, role, sessionId: 1, expiresAt: later });
const viewer: Caller = { kind: 'viewer', userId: 1, anonymous: false, demo: null, appKeyId: null, expiresAt: later };
const nobody: Caller = { kind: 'nobody', appKeyId: null };

const R = Right;
const reads = [R.CATALOGUE_READ, R.CATALOGUE_READ_ALL, R.RECOMMENDATIONS_READ, R.USERS_READ, R.METRICS_READ, R.MODELS_READ, R.JOBS_READ];
const everything = Object.values(R).filter((right) => right !== R.OWN && right !== R.SESSIONS_WRITE);

/** The whole table: what is not named is denied. */
const TABLE: readonly [string, Caller, readonly Right[]][] = [
  ['nobody', nobody, [R.CATALOGUE_READ, R.SESSION_START]],
  ['a viewer', viewer, [R.CATALOGUE_READ, R.SESSION_START, R.OWN]],
  ['a key without scopes', key(), []],
  ['a key for events', key(Scope.EVENTS_WRITE), [R.CATALOGUE_READ, R.SESSION_START, R.EVENTS_WRITE]],
  ['a key for lists', key(Scope.RECOMMENDATIONS_READ), [R.CATALOGUE_READ, R.SESSION_START, R.RECOMMENDATIONS_READ]],
  [
    'a key for the catalogue',
    key(Scope.CATALOGUE_WRITE),
    [R.CATALOGUE_READ, R.CATALOGUE_READ_ALL, R.SESSION_START, R.CATALOGUE_WRITE, R.PLACEMENTS_WRITE, R.OFFERS_WRITE],
  ],
  ['a key for metrics', key(Scope.METRICS_READ), [R.CATALOGUE_READ, R.SESSION_START, R.METRICS_READ, R.MODELS_READ, R.JOBS_READ]],
  ['a key for sessions', key(Scope.SESSIONS_WRITE), [R.CATALOGUE_READ, R.SESSION_START, R.SESSIONS_WRITE]],
  ['an admin key', key(Scope.ADMIN), [...everything, R.SESSIONS_WRITE]],
  ['a reader', operator(Role.READER), reads],
  ['an analyst', operator(Role.ANALYST), [...reads, R.EXPORTS, R.JOBS_RUN, R.AUDIT_READ]],
  ['an editor', operator(Role.EDITOR), [...reads, R.CATALOGUE_WRITE, R.PLACEMENTS_WRITE, R.OFFERS_WRITE, R.EVENTS_WRITE, R.JOBS_RUN]],
  ['an admin', operator(Role.ADMIN), everything],
  ['a shop', operator(Role.SHOP), [R.CATALOGUE_READ, R.OFFERS_WRITE]],
];

describe('who may', () => {
  it.each(TABLE)('%s may do what the table names and nothing else', (_name, caller, allowed) => {
    expect(Object.values(R).filter((right) => may(caller, right))).toEqual(Object.values(R).filter((right) => allowed.includes(right)));
  });

  it('adds up the rights of several scopes', () => {
    const caller = key(Scope.EVENTS_WRITE, Scope.RECOMMENDATIONS_READ);
    expect(may(caller, R.EVENTS_WRITE) && may(caller, R.RECOMMENDATIONS_READ)).toBe(true);
    expect(may(caller, R.CATALOGUE_WRITE)).toBe(false);
  });
});
