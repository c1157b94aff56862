import { type AvroSchema, PERSONALIZE_SCHEMAS, RESERVED_WORDS, schemaFaults } from './avro';
import { PERSONALIZE_EVENT_TYPES, type PersonalizeEventType } from './event-types';
import { personalizeItemId, personalizeUserId } from './ids';
import type { Facts, InteractionRow } from './rows';
import { DATASET_TYPES, type DatasetType } from './sync';

/** One thing that Amazon Personalize demands, with what was found. */
export interface PreflightCheck {
  readonly name: string;
  readonly passed: boolean;
  readonly found: number;
  /** For people: the number that is needed. */
  readonly needed: string;
  /** What to do about it; null where it passed. */
  readonly fault: string | null;
}

/** Whether an export would be taken, and what it was judged by: every check, those that failed and those that did not. */
export interface Preflight {
  readonly passed: boolean;
  readonly checks: readonly PreflightCheck[];
}

/** What Amazon Personalize demands of data that it is to be trained on; some are quotas of an account, which may be raised. */
export const PREFLIGHT_LIMITS = {
  leastInteractions: 1_000,
  leastPeople: 25,
  leastOfPerson: 2,
  mostTypesAndColumns: 10,
  longestId: 256,
  longestWord: 1_000,
  /** The end of the 21st century in seconds: whatever lies behind it was told in milliseconds. */
  latestTimestamp: 4_102_444_800,
} as const;

const LIMITS = PREFLIGHT_LIMITS;

/** Looks at every row on its way and judges them all at the end. People come one after another, and so do the rows of one with one title; what an episode brings for its show is counted apart where it does not follow. */
export interface PreflightCounter {
  interaction(row: InteractionRow): void;
  facts(dataset: 'ITEMS' | 'USERS', id: string, facts: Facts): void;
  judge(): Preflight;
}

/** Begins to count; `eventTypes` are those that a solution is to learn from, all of them where null. */
export function preflightCounter(
  eventTypes: readonly PersonalizeEventType[] | null,
  schemas: Readonly<Record<DatasetType, AvroSchema>> = PERSONALIZE_SCHEMAS,
): PreflightCounter {
  const counted = new Set<string>(eventTypes ?? PERSONALIZE_EVENT_TYPES);
  const types = new Set<string>();
  // Of one person with one title; rows of both come together.
  const own = new Set<number>();
  let [person, title, ofPerson] = [0, 0, 0];
  const seen = { interactions: 0, people: 0, late: 0, longestId: 0, longestWord: 0, reserved: 0, ITEMS: 0, USERS: 0 };

  function endTitle(): void {
    ofPerson += own.size;
    if (own.size > 0) own.clear();
  }
  function endPerson(): void {
    endTitle();
    seen.interactions += ofPerson;
    if (ofPerson >= LIMITS.leastOfPerson) seen.people += 1;
    ofPerson = 0;
  }
  function word(text: string): void {
    seen.longestWord = Math.max(seen.longestWord, text.length);
    if (text.split('|').some((part) => RESERVED_WORDS.has(part))) seen.reserved += 1;
  }
  function id(text: string): void {
    seen.longestId = Math.max(seen.longestId, text.length);
  }

  return {
    interaction({ userId, titleId, timestamp, type }) {
      if (userId !== person) {
        endPerson();
        person = userId;
        id(personalizeUserId(userId));
      }
      if (titleId !== title) {
        endTitle();
        title = titleId;
        id(personalizeItemId(titleId));
      }
      types.add(type);
      if (!Number.isInteger(timestamp) || timestamp < 0 || timestamp > LIMITS.latestTimestamp) seen.late += 1;
      if (counted.has(type)) own.add(timestamp * PERSONALIZE_EVENT_TYPES.length + PERSONALIZE_EVENT_TYPES.indexOf(type));
    },
    facts(dataset, text, facts) {
      seen[dataset] += 1;
      id(text);
      for (const fact of Object.values(facts)) if (typeof fact === 'string') word(fact);
    },
    judge() {
      endPerson();
      const columns = schemas.INTERACTIONS.fields.length - 3;
      return judged([
        least('interactions', seen.interactions, LIMITS.leastInteractions, `different interactions of ${[...counted].join(', ')}`),
        least('people', seen.people, LIMITS.leastPeople, `people with ${LIMITS.leastOfPerson} such interactions each`),
        least('titles', seen.ITEMS, 1, 'titles that are listed'),
        least('told people', seen.USERS, 1, 'people'),
        most('event types and columns', types.size + columns, LIMITS.mostTypesAndColumns, 'event types and optional columns together'),
        most('timestamps', seen.late, 0, 'times that are no whole seconds of 1970 to 2099 (milliseconds?)'),
        most('longest id', seen.longestId, LIMITS.longestId, 'characters in the longest id'),
        most('longest word', seen.longestWord, LIMITS.longestWord, 'characters in the longest cell, its words joined'),
        most('reserved words', seen.reserved, 0, `cells that say one of ${[...RESERVED_WORDS].join(', ')}`),
        ...DATASET_TYPES.map((dataset) => schemaCheck(dataset, schemas[dataset])),
      ]);
    },
  };
}

function judged(checks: readonly PreflightCheck[]): Preflight {
  return { passed: checks.every(({ passed }) => passed), checks };
}

function least(name: string, found: number, needed: number, what: string): PreflightCheck {
  const passed = found >= needed;
  return {
    name,
    passed,
    found,
    needed: `at least ${needed}`,
    fault: passed ? null : `Found ${found} ${what}: at least ${needed} are needed.`,
  };
}

function most(name: string, found: number, allowed: number, what: string): PreflightCheck {
  const passed = found <= allowed;
  return {
    name,
    passed,
    found,
    needed: `at most ${allowed}`,
    fault: passed ? null : `Found ${found} ${what}: at most ${allowed} are allowed.`,
  };
}

function schemaCheck(dataset: DatasetType, schema: AvroSchema): PreflightCheck {
  const faults = schemaFaults(dataset, schema);
  const found = faults.length;
  return { name: `schema of ${dataset}`, passed: found === 0, found, needed: 'at most 0', fault: faults.join(' ') || null };
}
