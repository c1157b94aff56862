import { type Columns, genresOf, KINDS, UNKNOWN, UNKNOWN_YEAR } from '../columns';
import { badInput } from '../errors';
import { type InteractionFacts, Opinion } from '../interaction';
import type { User } from '../user';
import { WatchClass, watchClassOf } from '../watch-class';
import type { FilterFacts } from './filter-evaluate';
import type { FilterTree } from './filter-tree';
import type { FilterFact } from './filter-values';

type Column = (columns: Columns) => (row: number) => readonly FilterFact[];

const NOTHING: readonly FilterFact[] = [];

/** A column of whole numbers in which one number stands for "not known". */
const numbers =
  (pick: (columns: Columns) => { readonly [row: number]: number }, unknown: number): Column =>
  (columns) => {
    const values = pick(columns);
    return (row) => (values[row] === unknown ? NOTHING : [values[row] as number]);
  };

const words =
  (pick: (columns: Columns) => Int32Array): Column =>
  (columns) => {
    const codes = pick(columns);
    return (row) => {
      const word = columns.words.names[codes[row] as number];
      return word === undefined ? NOTHING : [word];
    };
  };

/** What an expression may ask of titles, by name. */
const ITEMS: Readonly<Record<string, Column>> = {
  KIND: (columns) => (row) => [KINDS[columns.kind[row] as number] as string],
  GENRES: (columns) => (row) => genresOf(columns, row).map((genre) => columns.genreNames.names[genre] as string),
  CATEGORY: words(({ category }) => category),
  LANGUAGE: words(({ language }) => language),
  YEAR: numbers(({ year }) => year, UNKNOWN_YEAR),
  SECONDS: numbers(({ seconds }) => seconds, UNKNOWN),
  PAGES: numbers(({ pages }) => pages, UNKNOWN),
  AUDIENCE_AGE: numbers(({ age }) => age, UNKNOWN),
  RATING_COUNT: numbers(({ ratingCount }) => ratingCount, UNKNOWN),
  CREATION_TIMESTAMP: numbers(({ created }) => created, 0),
};

/** What an expression may ask of the person a list is for, by name. */
export const PERSON_COLUMNS: Readonly<Record<string, (user: User) => readonly FilterFact[]>> = {
  LOCALE: ({ locale }) => (locale === null ? NOTHING : [locale]),
  LANGUAGE: ({ locale }) => (locale === null ? NOTHING : [locale.split('-')[0] as string]),
  TIME_ZONE: ({ timeZone }) => (timeZone === null ? NOTHING : [timeZone]),
  SOURCE: ({ source }) => [source],
};

export const ITEM_COLUMNS: readonly string[] = Object.keys(ITEMS);

/** Throws BAD_INPUT for the first column of an expression that neither titles nor people have. */
export function checkFilterColumns({ rules }: FilterTree): void {
  for (const { anyOf, onlyIf } of rules) {
    for (const { dataset, column, values } of [...anyOf.flat(), ...onlyIf]) {
      const names = dataset === 'CurrentUser' ? Object.keys(PERSON_COLUMNS) : ITEM_COLUMNS;
      if (dataset !== 'Interactions') requireColumn(`${dataset}.${column}`, column, names);
      for (const value of values)
        if (value.kind === 'currentItem') requireColumn(`CurrentItem.${value.column}`, value.column, ITEM_COLUMNS);
    }
  }
}

function requireColumn(path: string, column: string, names: readonly string[]): void {
  if (!names.includes(column.toUpperCase()))
    throw badInput('filterExpression', `There is no column ${path}.`, `one of ${names.join(', ')}`);
}

/** For whom a list is, and what similar titles are asked for. */
interface FilterPerson {
  readonly user: User | null;
  readonly interactions: readonly InteractionFacts[];
  readonly currentTitleId: number | null;
}

/** The facts of a catalogue and a person: an item is a row, an episode speaks for its show. */
export function factsOf(columns: Columns, { user, interactions, currentTitleId }: FilterPerson): FilterFacts<number> {
  const types = new Map<number, readonly string[]>();
  for (const interaction of interactions) {
    const row = columns.rowOf.get(interaction.titleId);
    if (row === undefined) continue;
    const standIn = columns.listedAs[row] as number;
    types.set(standIn, [...(types.get(standIn) ?? []), ...eventTypesOf(interaction)]);
  }
  return {
    items: (name) => (Object.hasOwn(ITEMS, name) ? (ITEMS[name]?.(columns) ?? null) : null),
    eventTypes: (row) => types.get(row) ?? [],
    person(name) {
      const column = Object.hasOwn(PERSON_COLUMNS, name) ? PERSON_COLUMNS[name] : undefined;
      if (column === undefined) return null;
      return user === null ? NOTHING : column(user);
    },
    currentItem: currentTitleId === null ? null : (columns.rowOf.get(currentTitleId) ?? null),
  };
}

/** What a person did with a title, as types of event: the two of watching, and what they said. */
export function eventTypesOf(interaction: InteractionFacts): readonly string[] {
  const { clicks, completions, rating, opinion, secondsPlayed } = interaction;
  const watched = watchClassOf(interaction);
  return [
    ...(watched === WatchClass.WATCHED ? ['watched'] : []),
    ...(watched === WatchClass.CLICKED || clicks > 0 ? ['clicked'] : []),
    ...(clicks > 0 ? ['click'] : []),
    ...(secondsPlayed > 0 ? ['watch_interval'] : []),
    ...(completions > 0 ? ['completed'] : []),
    ...(rating === null ? [] : ['rating']),
    ...(opinion === Opinion.LIKE ? ['like'] : []),
    ...(opinion === Opinion.DISLIKE ? ['dislike'] : []),
  ];
}
