import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseS3Url } from '../../core/aws/s3-url';
import { EventType } from '../../core/event';
import { type AvroSchema, PERSONALIZE_SCHEMAS, schemaFaults } from '../../core/personalize/avro';
import { SEEN_TYPES } from '../../core/personalize/event-types';
import { ITEM_COLUMNS, PERSON_COLUMNS } from '../../core/personalize/filter-columns';
import { interactionRows, type LoggedEvent } from '../../core/personalize/plays';
import { preflightCounter } from '../../core/personalize/preflight';
import { factsLine, type InteractionRow, interactionLine, itemFacts, userFacts } from '../../core/personalize/rows';
import { DATASET_TYPES } from '../../core/personalize/sync';
import { TitleKind } from '../../core/title';

function aLogged(given: Partial<LoggedEvent>): LoggedEvent {
  return {
    ...{ userId: 1, titleId: 2, listedId: 2, sequence: 1, type: EventType.WATCH_INTERVAL, at: 1_700_000_000_999, playId: 'p' },
    ...{ imported: false, fromSeconds: null, toSeconds: null, mediaSeconds: 100, value: null },
    ...given,
  };
}

function rowsOf(events: readonly Partial<LoggedEvent>[]): readonly InteractionRow[] {
  const rows: InteractionRow[] = [];
  const reader = interactionRows((row) => rows.push(row));
  for (const [index, event] of events.entries()) reader.take(aLogged({ sequence: index + 1, ...event }));
  reader.end();
  return rows;
}

const typesOf = (events: readonly Partial<LoggedEvent>[]): readonly string[] => rowsOf(events).map(({ type }) => type);

describe('rows for Personalize', () => {
  it('call a play watched from exactly half of its length on, what was seen twice counted once', () => {
    expect(typesOf([{ fromSeconds: 0, toSeconds: 50 }])).toEqual(['watched']);
    expect(typesOf([{ fromSeconds: 0, toSeconds: 49.9 }])).toEqual(['clicked']);
    const half = { fromSeconds: 0, toSeconds: 40 };
    expect(typesOf([half, half])).toEqual(['clicked']);
    expect(typesOf([half, { fromSeconds: 60, toSeconds: 70 }])).toEqual(['watched']);
    expect(typesOf([half, { ...half, fromSeconds: 40, toSeconds: 50, playId: 'q' }])).toEqual(['clicked', 'clicked']);
    expect(typesOf([{ fromSeconds: 0, toSeconds: 50, mediaSeconds: null }])).toEqual(['clicked']);
    // Time past the end is not time of the title.
    expect(typesOf([{ fromSeconds: 60, toSeconds: 104 }])).toEqual(['clicked']);
  });

  it('take intervals without a play id as one play a day, and every event of an imported history as one of its own', () => {
    const part = { playId: null, fromSeconds: 0, toSeconds: 30 };
    const other = { ...part, fromSeconds: 30, toSeconds: 60 };
    expect(typesOf([part, other])).toEqual(['watched']);
    expect(typesOf([part, { ...other, at: 1_700_100_000_000 }])).toEqual(['clicked', 'clicked']);
    expect(
      typesOf([
        { ...part, imported: true },
        { ...other, imported: true },
      ]),
    ).toEqual(['clicked', 'clicked']);
    expect(typesOf([{ type: EventType.COMPLETED, playId: null }])).toEqual(['watched']);
  });

  it('stand at the second of the last event of a play, and say the value of a rating only', () => {
    const rows = rowsOf([
      { fromSeconds: 0, toSeconds: 10 },
      { fromSeconds: 10, toSeconds: 20, at: 1_700_000_060_000 },
      { type: EventType.RATING, value: 3.5 },
      { type: EventType.LIKE, value: 9 },
      { type: EventType.DONT_KNOW },
    ]);
    expect(rows.map(interactionLine)).toEqual(['1,2,1700000000,RATING,3.5\n', '1,2,1700000000,LIKE,\n', '1,2,1700000060,clicked,\n']);
    expect(SEEN_TYPES).toContain('watched');
  });

  it('are read back as they were written, whatever stands in a genre or a locale', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\u0000'));
    fc.assert(
      fc.property(
        fc.array(
          word.filter((text) => !text.includes('|')),
          { maxLength: 4 },
        ),
        word,
        (genres, category) => {
          const title = {
            ...{ id: 7, kind: TitleKind.BOOK, genres, category, year: null, seconds: null, pages: 12 },
            certificate: null,
            createdAt: new Date(1_500),
          };
          const facts = itemFacts({ ...title, attributes: {} });
          const [cells] = parse(factsLine('7', facts)) as string[][];
          expect(cells).toEqual(['7', 'BOOK', genres.join('|'), category, '', '', '', '12', '', '', '1']);
        },
      ),
    );
  });

  it('have the columns of their schemas, which are those that filters may ask for', () => {
    const columns = (facts: object, id: string): readonly string[] => [id, ...Object.keys(facts)];
    const named = (type: 'ITEMS' | 'USERS'): readonly string[] => PERSONALIZE_SCHEMAS[type].fields.map(({ name }) => name);
    const title = { id: 1, kind: TitleKind.MOVIE, genres: [], category: null, year: null, seconds: null, pages: null, certificate: null };
    expect(columns(itemFacts({ ...title, createdAt: new Date(0), attributes: {} }), 'ITEM_ID')).toEqual(named('ITEMS'));
    expect(columns(userFacts({ id: 1, source: 'app', locale: 'en-GB', timeZone: null }), 'USER_ID')).toEqual(named('USERS'));
    expect(named('ITEMS').slice(1).sort()).toEqual([...ITEM_COLUMNS].sort());
    expect(named('USERS').slice(1).sort()).toEqual(Object.keys(PERSON_COLUMNS).sort());
  });
});

describe('the schemas for Personalize', () => {
  it.each(DATASET_TYPES)('of %s hold every rule', (type) => {
    expect(schemaFaults(type, PERSONALIZE_SCHEMAS[type])).toEqual([]);
  });

  it('are told every fault at once', () => {
    const schema: AvroSchema = {
      ...PERSONALIZE_SCHEMAS.INTERACTIONS,
      fields: [
        { name: 'USER_ID', type: ['null', 'string'] },
        { name: 'TIMESTAMP', type: 'long' },
        { name: 'EVENT_TYPE', type: 'string', categorical: true },
        { name: 'DEVICE_1', type: 'string', categorical: true },
        { name: 'DEVICE1', type: 'string', categorical: true },
        { name: 'a b', type: 'array' },
      ],
    };
    expect(schemaFaults('INTERACTIONS', schema)).toEqual([
      'USER_ID is string or null: string is needed.',
      'ITEM_ID is missing: a column of type string is needed.',
      'EVENT_TYPE is categorical, which only a column of ours may be.',
      'DEVICE1 and DEVICE_1 are one name without their "_".',
      'a b is no name of a column: letters, digits and _ are needed.',
      'a b is array: one of float, double, int, long, string, boolean is needed, alone or beside null.',
    ]);
    const bare = { ...PERSONALIZE_SCHEMAS.ITEMS, fields: PERSONALIZE_SCHEMAS.ITEMS.fields.slice(0, 1) };
    expect(schemaFaults('ITEMS', bare)).toEqual(['There are 0 columns of metadata: 1 to 50 are needed.']);
  });
});

describe('the preflight', () => {
  const row = { titleId: 1, type: 'watched', value: null } as const;
  const faultsOf = (counter: ReturnType<typeof preflightCounter>): readonly string[] =>
    counter.judge().checks.flatMap(({ fault }) => fault ?? []);
  /** 25 people with 40 rows each, one title and one person. */
  function enough(counter: ReturnType<typeof preflightCounter>, rows = 1_000): void {
    for (let n = 0; n < rows; n++) counter.interaction({ ...row, userId: 1 + Math.floor(n / 40), timestamp: 1_700_000_000 + n });
    counter.facts('ITEMS', '1', { KIND: 'MOVIE' });
    counter.facts('USERS', '1', { SOURCE: 'app' });
  }

  it('lets 1,000 interactions of 25 people through, and says what was found of one less', () => {
    const [full, short] = [preflightCounter(null), preflightCounter(null)];
    enough(full);
    enough(short, 999);
    expect(full.judge()).toMatchObject({ passed: true });
    expect(short.judge()).toMatchObject({ passed: false });
    const other = preflightCounter(['RATING']);
    enough(other);
    expect(faultsOf(other)).toEqual([
      'Found 0 different interactions of RATING: at least 1000 are needed.',
      'Found 0 people with 2 such interactions each: at least 25 are needed.',
    ]);
  });

  it('counts the same interaction once', () => {
    const counter = preflightCounter(null);
    for (let n = 0; n < 2_000; n++) counter.interaction({ ...row, userId: 1, timestamp: 1_700_000_000 });
    expect(counter.judge().checks[0]).toMatchObject({ found: 1 });
  });

  it('says every fault of the data at once, each with its number', () => {
    const counter = preflightCounter(null, {
      ...PERSONALIZE_SCHEMAS,
      INTERACTIONS: {
        ...PERSONALIZE_SCHEMAS.INTERACTIONS,
        fields: [...PERSONALIZE_SCHEMAS.INTERACTIONS.fields, ...'abcdefgh'.split('').map((name) => ({ name, type: 'int' }))],
      },
    });
    enough(counter);
    counter.interaction({ ...row, userId: 99, timestamp: 1_700_000_000_000 });
    counter.facts('ITEMS', 'x'.repeat(257), { GENRES: `Drama|ITEM_ID|${'y'.repeat(1_000)}` });
    const faults = faultsOf(counter);
    expect(faults.map((fault) => fault.slice(0, 40))).toEqual(
      [
        'Found 11 event types and optional column',
        'Found 1 times that are no whole seconds o',
        'Found 257 characters in the longest id: ',
        'Found 1014 characters in the longest cell',
        'Found 1 cells that say one of USER_ID, I',
        'There are 8 columns of metadata: 0 to 5 ',
      ].map((fault) => fault.slice(0, 40)),
    );
  });
});

describe('an address of S3', () => {
  it('is a bucket and a key', () => {
    expect(parseS3Url('s3://my.bucket-1/a folder/ä.csv', 'input.s3Url')).toEqual({ bucket: 'my.bucket-1', key: 'a folder/ä.csv' });
  });

  it.each([
    '',
    's3://',
    's3://bucket',
    's3://bucket/',
    's3://bucket/folder/',
    's3://B/x',
    'http://bucket/key',
    's3://bu/\u0000',
    `s3://bucket/${'ä'.repeat(600)}`,
  ])('is not %j', (text) => {
    expect(() => parseS3Url(text, 'input.s3Url')).toThrow('This is no address of an object in S3.');
  });
});
