import { BotGenresDocument, type BotGenresQuery, BotMoodsDocument, type BotMoodsQuery } from '../generated/documents';
import type { Kinograph } from './kinograph';

export type Genre = BotGenresQuery['genres'][number];
export type Mood = BotMoodsQuery['moods'][number];

/** What is the same for everybody, asked for once in a while. */
export interface Catalogue {
  genres(): Promise<readonly Genre[]>;
  moods(): Promise<readonly Mood[]>;
}

const KEPT_MS = 60_000;

export function createCatalogue(kinograph: Kinograph, now: () => Date): Catalogue {
  return {
    genres: kept(now, async () => (await kinograph.ask(BotGenresDocument, {})).genres),
    moods: kept(now, async () => (await kinograph.ask(BotMoodsDocument, {})).moods),
  };
}

/** Asks once for everybody who asks meanwhile; a failure is not kept. */
function kept<Value>(now: () => Date, read: () => Promise<Value>): () => Promise<Value> {
  let standing: { readonly value: Promise<Value>; readonly until: number } | null = null;
  return () => {
    if (standing !== null && standing.until > now().getTime()) return standing.value;
    const value = read();
    standing = { value, until: now().getTime() + KEPT_MS };
    value.catch(() => {
      standing = null;
    });
    return value;
  };
}
