import { type Confidence, type ConfidenceOptions, confidenceOf } from '../../core/confidence';
import { type InteractionFacts, Opinion, type Range } from '../../core/interaction';
import type { BinaryRow } from '../../store/copy-rows';

/**
 * What a reader reads, in its order; people one after another. No covered ranges are sent as null: an empty multirange is 12 bytes long,
 * and to write one costs PostgreSQL 0.4 of the 1.1 microseconds of a row.
 */
export const INTERACTION_ROWS = `copy (select "userId", "titleId", "lastAt", case when pg_column_size(covered) > 12 then covered end, "mediaSeconds",
  "secondsPlayed", clicks, completions, rating, "ratedAt", opinion, "opinionAt", "classicScore"
  from interactions order by "userId", "titleId") to stdout (format binary)`;

/** One interaction after another, in the same place: take what is to last before the next is read. */
export interface InteractionReader {
  userId: number;
  titleId: number;
  /** Seconds since 1970. */
  time: number;
  /** Reads the next row; what it says under the confidence table, null when it says nothing. */
  read(row: BinaryRow): Confidence | null;
}

type Facts = { -readonly [Name in keyof InteractionFacts]: InteractionFacts[Name] };

const NOTHING: readonly Range[] = [];

/** A reader that weighs rows of INTERACTION_ROWS by one set of facts, which it fills anew for each. */
export function interactionReader(confidence: ConfidenceOptions): InteractionReader {
  const ratedAt = new Date(0);
  const opinionAt = new Date(0);
  const lastAt = new Date(0);
  // Only how much is covered counts, not where.
  const whole: [number, number] = [0, 0];
  const covered: readonly Range[] = [whole];
  const facts: Facts = {
    titleId: 0,
    covered,
    mediaSeconds: null,
    secondsPlayed: 0,
    clicks: 0,
    completions: 0,
    rating: null,
    ratedAt: null,
    opinion: null,
    opinionAt: null,
    classicScore: 0,
    lastAt,
  };
  const reader: InteractionReader = {
    userId: 0,
    titleId: 0,
    time: 0,
    read(row) {
      reader.userId = row.int8() ?? 0;
      reader.titleId = row.int8() ?? 0;
      lastAt.setTime(row.time() ?? 0);
      reader.time = Math.floor(lastAt.getTime() / 1000);
      whole[1] = row.spanned();
      facts.titleId = reader.titleId;
      facts.covered = whole[1] > 0 ? covered : NOTHING;
      facts.mediaSeconds = row.float8();
      facts.secondsPlayed = row.float8() ?? 0;
      facts.clicks = row.int4() ?? 0;
      facts.completions = row.int4() ?? 0;
      facts.rating = row.float8();
      facts.ratedAt = dated(ratedAt, row.time());
      facts.opinion = opinionOf(row.text());
      facts.opinionAt = dated(opinionAt, row.time());
      facts.classicScore = row.float8() ?? 0;
      return confidenceOf(facts, confidence);
    },
  };
  return reader;
}

function dated(date: Date, time: number | null): Date | null {
  if (time === null) return null;
  date.setTime(time);
  return date;
}

function opinionOf(text: string | null): Opinion | null {
  if (text === null) return null;
  return text === Opinion.LIKE ? Opinion.LIKE : Opinion.DISLIKE;
}
