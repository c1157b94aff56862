import type { DatasetType } from './sync';

/** A column of a data set: `categorical` is a word of a list, or several joined by `|`; Personalize learns from no other text. */
export interface AvroField {
  readonly name: string;
  readonly type: string | readonly string[];
  readonly categorical?: true;
}

/** A schema as Amazon Personalize takes it: flat, its columns in the order of the files. */
export interface AvroSchema {
  readonly type: 'record';
  readonly name: string;
  readonly namespace: 'com.amazonaws.personalize.schema';
  readonly fields: readonly AvroField[];
  readonly version: '1.0';
}

const TIME = 'long';
const WORD = { type: 'string', categorical: true } as const;
const WORD_OR_NONE = { type: ['null', 'string'], categorical: true } as const;
const NUMBER_OR_NONE = { type: ['null', 'int'] } as const;

/** What is exported, by data set: the columns of each file. Those of titles and people are named as filters name them. */
export const PERSONALIZE_SCHEMAS: Readonly<Record<DatasetType, AvroSchema>> = {
  INTERACTIONS: schemaOf('Interactions', [
    { name: 'USER_ID', type: 'string' },
    { name: 'ITEM_ID', type: 'string' },
    { name: 'TIMESTAMP', type: TIME },
    { name: 'EVENT_TYPE', type: 'string' },
    { name: 'EVENT_VALUE', type: ['null', 'float'] },
  ]),
  ITEMS: schemaOf('Items', [
    { name: 'ITEM_ID', type: 'string' },
    { name: 'KIND', ...WORD },
    { name: 'GENRES', ...WORD_OR_NONE },
    { name: 'CATEGORY', ...WORD_OR_NONE },
    { name: 'LANGUAGE', ...WORD_OR_NONE },
    { name: 'YEAR', ...NUMBER_OR_NONE },
    { name: 'SECONDS', ...NUMBER_OR_NONE },
    { name: 'PAGES', ...NUMBER_OR_NONE },
    { name: 'AUDIENCE_AGE', ...NUMBER_OR_NONE },
    { name: 'RATING_COUNT', ...NUMBER_OR_NONE },
    { name: 'CREATION_TIMESTAMP', type: TIME },
  ]),
  USERS: schemaOf('Users', [
    { name: 'USER_ID', type: 'string' },
    { name: 'SOURCE', ...WORD },
    { name: 'LOCALE', ...WORD_OR_NONE },
    { name: 'LANGUAGE', ...WORD_OR_NONE },
    { name: 'TIME_ZONE', ...WORD_OR_NONE },
  ]),
};

function schemaOf(name: string, fields: readonly AvroField[]): AvroSchema {
  return { type: 'record', name, namespace: 'com.amazonaws.personalize.schema', fields, version: '1.0' };
}

interface Rules {
  readonly required: Readonly<Record<string, string>>;
  /** Columns with a meaning of their own, and the types that they may have. */
  readonly reserved: Readonly<Record<string, string>>;
  readonly metadata: { readonly least: number; readonly most: number };
}

/** What Amazon Personalize demands of each data set; see its guide, "Datasets and schemas". */
const RULES: Readonly<Record<DatasetType, Rules>> = {
  INTERACTIONS: {
    required: { USER_ID: 'string', ITEM_ID: 'string', TIMESTAMP: 'long' },
    reserved: {
      EVENT_TYPE: 'string',
      EVENT_VALUE: 'float or null',
      IMPRESSION: 'string or null',
      RECOMMENDATION_ID: 'string or null',
      EVENT_ATTRIBUTION_SOURCE: 'string or null',
    },
    metadata: { least: 0, most: 5 },
  },
  ITEMS: { required: { ITEM_ID: 'string' }, reserved: { CREATION_TIMESTAMP: 'long' }, metadata: { least: 1, most: 50 } },
  USERS: { required: { USER_ID: 'string' }, reserved: {}, metadata: { least: 1, most: 5 } },
};

/** Names that may not stand as a value anywhere in the data. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  Object.values(RULES).flatMap(({ required, reserved }) => [...Object.keys(required), ...Object.keys(reserved)]),
);

const TYPES: ReadonlySet<string> = new Set(['float', 'double', 'int', 'long', 'string', 'boolean']);
const LONGEST_TEXT = 20_000;

/** Everything that Amazon Personalize would refuse in a schema, a sentence each; none where it fits. */
export function schemaFaults(dataset: DatasetType, schema: AvroSchema): readonly string[] {
  const { required, reserved, metadata } = RULES[dataset];
  const types = new Map(schema.fields.map(({ name, type }) => [name, typeText(type)]));
  const faults: string[] = [];
  const wanted = { ...required, ...Object.fromEntries(Object.entries(reserved).filter(([name]) => types.has(name))) };
  for (const [name, type] of Object.entries(wanted)) {
    const found = types.get(name);
    if (found === undefined) faults.push(`${name} is missing: a column of type ${type} is needed.`);
    else if (found !== type) faults.push(`${name} is ${found}: ${type} is needed.`);
  }
  const met = new Map<string, string>();
  for (const { name, type, categorical } of schema.fields) {
    if (!/^[A-Za-z0-9_]+$/.test(name)) faults.push(`${name} is no name of a column: letters, digits and _ are needed.`);
    const plain = name.replaceAll('_', '').toUpperCase();
    const other = met.get(plain);
    if (other !== undefined) faults.push(`${name} and ${other} are one name without their "_".`);
    met.set(plain, name);
    if (!partsOf(type).some((part) => TYPES.has(part)) || partsOf(type).filter((part) => part !== 'null').length !== 1)
      faults.push(`${name} is ${typeText(type)}: one of ${[...TYPES].join(', ')} is needed, alone or beside null.`);
    if (categorical && (name in required || name in reserved)) faults.push(`${name} is categorical, which only a column of ours may be.`);
  }
  const own = schema.fields.filter(({ name }) => !(name in required || name in reserved)).length;
  if (own < metadata.least || own > metadata.most)
    faults.push(`There are ${own} columns of metadata: ${metadata.least} to ${metadata.most} are needed.`);
  const text = JSON.stringify(schema);
  if (text.length > LONGEST_TEXT) faults.push(`The schema has ${text.length} characters: at most ${LONGEST_TEXT} are taken.`);
  return faults;
}

const partsOf = (type: AvroField['type']): readonly string[] => (typeof type === 'string' ? [type] : type);

function typeText(type: AvroField['type']): string {
  const parts = partsOf(type);
  const others = parts.filter((part) => part !== 'null');
  return [...others, ...(others.length < parts.length ? ['null'] : [])].join(' or ');
}
