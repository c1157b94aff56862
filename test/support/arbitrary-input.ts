import fc from 'fast-check';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

const UUID = '019b0000-0000-7000-8000-000000000001';
const cursorOf = (...values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** Texts that have broken programs before: ours, PostgreSQL's and JavaScript's own words, and what none of them can hold. */
const TEXTS = [
  '',
  ' ',
  '1',
  '2',
  '0',
  '-1',
  '9007199254740991',
  '9007199254740993',
  '1e3',
  'app:ann',
  'movielens:1',
  'session:made-up',
  'app:',
  'app:a\u0000b',
  'app:\ud800',
  'a\u0000b',
  '\ud800',
  '🎬🎬',
  "'; drop table users; --",
  '%_\\%',
  '(.*)+$',
  '!!! ??? ...',
  '__proto__',
  'constructor',
  'home',
  'train',
  'import-titles',
  'PG-13',
  'en-GB',
  'Europe/Helsinki',
  'https://shop.example',
  'https://a\u0000b.example',
  'x'.repeat(10_000),
  'é'.repeat(3_000),
  'not a cursor',
  cursorOf(1),
  cursorOf(null),
  cursorOf(1, 1),
  cursorOf('a', 1),
  cursorOf(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  cursorOf(-1e300, 1),
  cursorOf('0001-01-01T00:00:00Z', 1),
  cursorOf('0000-01-01T00:00:00Z', 1),
  cursorOf('9999-12-31T23:59:59Z', 1),
  cursorOf(UUID, 1),
  cursorOf(UUID, -1),
];
/** Ids of things that a test has made, and of none. */
const IDS = ['1', '2', '3', 'app:ann', '999999'];
const NUMBERS = [-2_147_483_648, -1, 0, 1, 2, 5, 20, 1_001, 2_147_483_647];
const TIMES = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '2026-11-23T20:00:00+02:00',
  '9999-12-31T23:59:59.999Z',
  '2026-01-01T00:00:00Z',
];
const FIRST = new Date('0000-01-01T00:00:00Z');
const LAST = new Date('9999-12-31T00:00:00Z');
const OBJECTS: readonly unknown[] = [
  {},
  JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: 1 } },
  { kinds: 'MOVIE' },
  { kinds: ['EPISODE'], perKind: '5' },
  { genres: ['a\u0000b'], excludeTitleIds: ['1', 2, 'app:\u0000'] },
  { yearFrom: 1e300, yearTo: null },
  { settings: { k: 1e9 } },
  { settings: { k: 8, preset: 'none' }, promote: 'yes' },
  { settings: { 'a\u0000': 1 } },
  { rating: 6, ratingCount: 0.5 },
  { note: 'a\u0000b' },
  Array.from({ length: 200 }).reduce((inner) => ({ inner }), {}),
];

const text = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TEXTS) }, fc.string({ unit: 'binary', maxLength: 300 }));
const whole = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
const SCALARS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ID: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...IDS) }, text),
  Int: whole,
  Float: fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true })),
  Boolean: fc.boolean(),
  DateTime: fc.oneof(
    fc.constantFrom<unknown>(...TIMES, -8.64e15),
    fc.date({ noInvalidDate: true, min: FIRST, max: LAST }).map((date) => date.toISOString()),
  ),
  JSONObject: fc.oneof(fc.constantFrom(...OBJECTS), fc.dictionary(fc.string(), fc.jsonValue())),
};

/** Any value that a client may send for an input type, hostile ones first; undefined is left out, as JSON does it. */
export function arbitraryInput(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return given(type.ofType);
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(undefined, null) }, { weight: 3, arbitrary: given(type) });
}

function given(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isListType(type))
    return fc.oneof({ weight: 19, arbitrary: fc.array(arbitraryInput(type.ofType), { maxLength: 4 }) }, many(type.ofType));
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type))
    return fc.record(Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, arbitraryInput(field.type)])));
  return SCALARS[String(type)] ?? text;
}

/** The same value more often than anyone needs. */
function many(type: GraphQLInputType): fc.Arbitrary<unknown[]> {
  return arbitraryInput(type).map((value) => Array.from({ length: 1_001 }, () => value));
}
