import { EntitySchema } from 'typeorm';
import type { Mood } from '../../core/mood/mood';
import { defaulting, integer, json, key, now, text, texts } from './columns';

/** Feelings by name; `place` is the order in which they are offered. */
export const MOODS = new EntitySchema<Mood & { readonly place: number }>({
  name: 'moods',
  columns: {
    id: key(text),
    place: integer,
    names: json,
    words: defaulting(texts, "'{}'"),
    match: text,
    genres: json,
    tags: json,
    sound: json,
    version: defaulting(integer, 1),
    updatedAt: now,
  },
});
