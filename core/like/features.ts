import { below, seeded } from '../random';
import { type Features, featuresAt, type LikedTitles, type LikeRows, rowsAt } from './rows';

/** Counts of rows and of likes among them. */
interface Counts {
  readonly rows: Float64Array;
  readonly likes: Float64Array;
}

/** What a part of the likes says of titles and people, for rows that are not in it. */
export interface LikeFacts {
  readonly share: number;
  readonly titles: Counts;
  readonly people: Counts;
  /** A place per person and genre. */
  readonly tastes: Counts;
}

/** As many rows of the usual share as this are put to every share, so that few rows say little. */
const PRIOR = 5;
/** Rows are told by what other parts of the likes say: of so many. */
const PARTS = 5;
const OWN_FEATURES = 9;

/** Counts a part of the likes. */
export function likeFacts({ person, title, liked }: LikeRows, { genres, genreCount }: LikedTitles, people: number): LikeFacts {
  const counts = (places: number): Counts => ({ rows: new Float64Array(places), likes: new Float64Array(places) });
  const facts = { titles: counts(genres.length), people: counts(people), tastes: counts(people * genreCount) };
  let likes = 0;
  for (let row = 0; row < liked.length; row++) {
    const [who, what, one] = [person[row] as number, title[row] as number, liked[row] as number];
    likes += one;
    count(facts.titles, what, one);
    count(facts.people, who, one);
    for (const genre of genres[what] ?? []) count(facts.tastes, who * genreCount + genre, one);
  }
  return { ...facts, share: (likes + 1) / (liked.length + 2) };
}

function count({ rows, likes }: Counts, place: number, liked: number): void {
  rows[place] = (rows[place] as number) + 1;
  likes[place] = (likes[place] as number) + liked;
}

/** The share of likes at a place, drawn towards `usual` where there are few rows. */
export function shareAt({ rows, likes }: Counts, place: number, usual: number): number {
  return ((likes[place] as number) + PRIOR * usual) / ((rows[place] as number) + PRIOR);
}

/**
 * What is known of rows that are not among those behind `facts`: shares of likes of the title and the person, how many rows are behind them,
 * how much more than usual the person likes the title's genres (mean, least, most, and how often they met them), its year, and its genres.
 */
export function featuresOf(rows: LikeRows, facts: LikeFacts, titles: LikedTitles): Features {
  const width = OWN_FEATURES + titles.genreCount;
  const values = new Float32Array(rows.liked.length * width);
  for (let row = 0; row < rows.liked.length; row++) {
    const [who, what] = [rows.person[row] as number, rows.title[row] as number];
    const usual = shareAt(facts.people, who, facts.share);
    const own = titles.genres[what] ?? [];
    const tastes = own.map((genre) => shareAt(facts.tastes, who * titles.genreCount + genre, usual) - usual);
    const met = own.reduce((sum, genre) => sum + (facts.tastes.rows[who * titles.genreCount + genre] as number), 0);
    const year = titles.year[what] as number;
    values.set(
      [
        shareAt(facts.titles, what, facts.share),
        Math.log1p(facts.titles.rows[what] as number),
        usual,
        Math.log1p(facts.people.rows[who] as number),
        tastes.length === 0 ? 0 : tastes.reduce((sum, taste) => sum + taste, 0) / tastes.length,
        Math.min(0, ...tastes),
        Math.max(0, ...tastes),
        Math.log1p(met),
        // Unknown years stand apart, below all others, in centuries so that linear models see numbers of one size.
        Number.isNaN(year) ? -1 : (year - 1900) / 100,
      ],
      row * width,
    );
    for (const genre of own) values[row * width + OWN_FEATURES + genre] = 1;
  }
  return { width, values };
}

/** A part of each row, the same for the same seed. */
export function partsOf(rows: number, seed: number, parts = PARTS): Int32Array {
  const random = seeded(seed);
  return Int32Array.from({ length: rows }, () => below(random, parts));
}

/** Places of a part, and of all the others. */
export function partAndRest(parts: Int32Array, part: number): readonly [number[], number[]] {
  const [own, rest]: [number[], number[]] = [[], []];
  parts.forEach((each, row) => {
    (each === part ? own : rest).push(row);
  });
  return [own, rest];
}

/** Every part with all the others, in the order of the parts. */
export function eachPart(parts: Int32Array): readonly (readonly [own: number[], rest: number[]])[] {
  return [...new Set(parts)].sort((a, b) => a - b).map((part) => partAndRest(parts, part));
}

/** `featuresOf` of the training rows themselves, each part of them by the others. */
export function trainingFeatures(
  rows: LikeRows,
  titles: LikedTitles,
  { people, seed }: { readonly people: number; readonly seed: number },
): Features {
  const width = OWN_FEATURES + titles.genreCount;
  const values = new Float32Array(rows.liked.length * width);
  for (const [own, rest] of eachPart(partsOf(rows.liked.length, seed))) {
    const features = featuresOf(rowsAt(rows, own), likeFacts(rowsAt(rows, rest), titles, people), titles);
    own.forEach((place, at) => {
      values.set(features.values.subarray(at * width, (at + 1) * width), place * width);
    });
  }
  return { width, values };
}

/** Features and likes of some rows. */
export interface LikeData {
  readonly rows: LikeRows;
  readonly features: Features;
}

/** Part of the data. */
export const dataAt = ({ rows, features }: LikeData, places: readonly number[]): LikeData => ({
  rows: rowsAt(rows, places),
  features: featuresAt(features, places),
});
