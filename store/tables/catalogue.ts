import { EntitySchema } from 'typeorm';
import type { Credit, ExternalId, Tag, Title } from '../../core/title';
import type { User } from '../../core/user';
import { bigint, defaulting, identity, integer, json, key, now, nullable, real, text, texts, time } from './columns';

/** Of somebody who was forgotten before: what happened earlier than `eventsFrom` does not count any more. */
export const USERS = new EntitySchema<User & { readonly eventsFrom: Date | null }>({
  name: 'users',
  columns: {
    id: identity,
    source: text,
    externalId: text,
    version: defaulting(integer, 0),
    mergedIntoId: nullable(bigint),
    name: nullable(text),
    timeZone: nullable(text),
    locale: nullable(text),
    preferences: defaulting(json, "'{}'"),
    profile: defaulting(json, "'{}'"),
    createdAt: now,
    eventsFrom: nullable(time),
  },
  uniques: [{ name: 'users_external_key', columns: ['source', 'externalId'] }],
  indices: [
    { name: 'users_merged', columns: ['mergedIntoId'], where: '"mergedIntoId" is not null' },
    // Of operator classes and expressions, which TypeORM cannot describe.
    { name: 'users_external_id', synchronize: false },
    { name: 'users_name', synchronize: false },
  ],
});

/** `searchName` is the name as search sees it; no reader of a title needs it. */
export const TITLES = new EntitySchema<Title & { readonly searchName: string }>({
  name: 'titles',
  columns: {
    id: identity,
    kind: text,
    name: text,
    searchName: text,
    year: nullable(integer),
    description: nullable(text),
    genres: defaulting(texts, "'{}'"),
    category: nullable(text),
    certificate: nullable(text),
    seconds: nullable(integer),
    pages: nullable(integer),
    parentId: nullable(bigint),
    season: nullable(integer),
    number: nullable(integer),
    availability: defaulting(json, "'[]'"),
    attributes: defaulting(json, "'{}'"),
    posterSource: nullable(text),
    mediaUrl: nullable(text),
    state: defaulting(text, "'LISTED'"),
    mergedIntoId: nullable(bigint),
    version: defaulting(integer, 1),
    createdAt: now,
    updatedAt: now,
  },
  indices: [
    { name: 'titles_parent', columns: ['parentId', 'season', 'number'], where: '"parentId" is not null' },
    { name: 'titles_category', columns: ['category'], where: 'category is not null' },
    { name: 'titles_search_name', columns: ['searchName'] },
    { name: 'titles_merged', columns: ['mergedIntoId'], where: '"mergedIntoId" is not null' },
    { name: 'titles_state', columns: ['state', 'kind'] },
    // Over expressions, which TypeORM cannot describe.
    { name: 'titles_words', synchronize: false },
    { name: 'titles_popularity', synchronize: false },
    { name: 'titles_year', synchronize: false },
    // With columns that are only included.
    { name: 'titles_name', synchronize: false },
    { name: 'titles_updated', synchronize: false },
    { name: 'titles_alike', synchronize: false },
  ],
});

/** One distinct word of all names, with about how many titles hold it. */
export const TITLE_WORDS = new EntitySchema<{ readonly word: string; readonly titles: number }>({
  name: 'title_words',
  columns: { word: key(text), titles: integer },
  indices: [
    { name: 'title_words_near', synchronize: false },
    { name: 'title_words_similar', synchronize: false },
    { name: 'title_words_prefix', synchronize: false },
  ],
});

interface OfTitle {
  readonly titleId: number;
}

export const EXTERNAL_IDS = new EntitySchema<ExternalId & OfTitle>({
  name: 'external_ids',
  columns: { source: key(text), value: key(text), titleId: bigint },
  indices: [
    { name: 'external_ids_title', columns: ['titleId'] },
    { name: 'external_ids_value', synchronize: false },
  ],
});

export const TITLE_TAGS = new EntitySchema<Tag & OfTitle>({
  name: 'title_tags',
  columns: { titleId: key(bigint), tag: key(text), relevance: real },
});

/** Other names of a title; `searchName` is one as search sees it. */
export const TITLE_ALIASES = new EntitySchema<OfTitle & { readonly name: string; readonly searchName: string }>({
  name: 'title_aliases',
  columns: { titleId: key(bigint), name: key(text), searchName: text },
  indices: [{ name: 'title_aliases_search_name', columns: ['searchName'] }],
});

export const CREDITS = new EntitySchema<Credit & OfTitle>({
  name: 'credits',
  columns: { titleId: key(bigint), role: key(text), position: key(integer), name: text, character: nullable(text) },
});
