import { type InteractionFacts, Opinion } from './interaction';
import { ConfidencePreset } from './model';
import { coverageOf, WatchClass, watchClassOf } from './watch-class';

/** Whether a person likes a title, and how sure we are: p and c of Hu, Koren, Volinsky 2008 (c here is the weight of the observed pair). */
export interface Confidence {
  readonly preference: 0 | 1;
  readonly weight: number;
}

/** What a person said of a title. */
export type Said = Pick<InteractionFacts, 'rating' | 'ratedAt' | 'opinion' | 'opinionAt'>;

/** How a model reads interactions. */
export interface ConfidenceOptions {
  readonly preset: ConfidencePreset;
  /** After so many days a liking counts half; null: never. A dislike does not fade. */
  readonly halfLifeDays: number | null;
  /** The moment that ages are counted to. */
  readonly asOf: Date;
}

/** One line of the table: the first whose `holds` is true decides. */
export interface ConfidenceRow {
  readonly name: string;
  readonly preference: 0 | 1;
  readonly holds: (interaction: InteractionFacts) => boolean;
  readonly weight: (interaction: InteractionFacts) => number;
  /** The time from which the weight fades; null: it does not. */
  readonly since: (interaction: InteractionFacts) => Date | null;
}

/** A rating from here on is a liking. */
export const LIKED_FROM = 3.5;
const DISLIKED_BELOW = 2.5;
const WEAK = 0.2;
const WHOLE = 1.5;
const CLICK = 0.1;
const MOST_CLICKS = 3;
/** Of a title of unknown length, so many seconds played count as a whole one. */
const WHOLE_SECONDS = 1800;
const CLASSIC_WHOLE = 3;
const DAY_MS = 86_400_000;

const ratedBelow = (bound: number) => (it: InteractionFacts) => saysRating(it) && (it.rating ?? 0) < bound;
const ratedAt = (it: InteractionFacts) => it.ratedAt;
const neverFades = () => null;

const DISLIKED: readonly ConfidenceRow[] = [
  { name: 'DISLIKE', preference: 0, holds: (it) => saysOpinion(it, Opinion.DISLIKE), weight: () => 2, since: neverFades },
  {
    name: 'RATING under 2.5',
    preference: 0,
    holds: ratedBelow(DISLIKED_BELOW),
    weight: (it) => 1 + (DISLIKED_BELOW - (it.rating ?? 0)) / 2,
    since: neverFades,
  },
];

/**
 * The tables, a preset each. Of a rating and a like or dislike the newer one speaks. Under `coverage`:
 *
 * | what was said or done         | preference | weight                                                      | fades from  |
 * |-------------------------------|------------|-------------------------------------------------------------|-------------|
 * | DISLIKE                       | 0          | 2                                                           | never       |
 * | RATING under 2.5              | 0          | 1 + (2.5 - rating) / 2, so 1.25 to 2                        | never       |
 * | RATING of 2.5 to under 3.5    | 1          | 0.2                                                         | the rating  |
 * | LIKE                          | 1          | 2, or as watched where that is more                         | the like    |
 * | RATING of 3.5 and more        | 1          | 1 + (rating - 3.5), so 1 to 2.5, or as watched              | the rating  |
 * | COMPLETED                     | 1          | 1.5 x (1 + log2(whole plays) / 2)                           | last time   |
 * | coverage                      | 1          | 1.5 x share x (1 + log2(times played) / 2)                  | last time   |
 * | played, length unknown        | 1          | 1.5 x seconds played / 1800, 1.5 at most                    | last time   |
 * | CLICK alone                   | 1          | 0.1 each, 0.3 at most                                       | last time   |
 *
 * `classic` keeps the two rows of preference 0; whatever else is 1, with the original's uncapped score as its weight, a whole
 * play without seconds 3 (a full viewing) and a rating its value. `binary` has every pair alike.
 */
export const CONFIDENCE_TABLES: Readonly<Record<ConfidencePreset, readonly ConfidenceRow[]>> = {
  [ConfidencePreset.COVERAGE]: [
    ...DISLIKED,
    { name: 'RATING of 2.5 to under 3.5', preference: 1, holds: ratedBelow(LIKED_FROM), weight: () => WEAK, since: ratedAt },
    {
      name: 'LIKE',
      preference: 1,
      holds: (it) => saysOpinion(it, Opinion.LIKE),
      weight: (it) => Math.max(2, watchedWeight(it)),
      since: (it) => it.opinionAt,
    },
    {
      name: 'RATING of 3.5 and more',
      preference: 1,
      holds: saysRating,
      weight: (it) => Math.max(1 + (it.rating ?? LIKED_FROM) - LIKED_FROM, watchedWeight(it)),
      since: ratedAt,
    },
    { name: 'COMPLETED', preference: 1, holds: (it) => it.completions > 0, weight: watchedWeight, since: (it) => it.lastAt },
    { name: 'coverage', preference: 1, holds: (it) => it.covered.length > 0, weight: watchedWeight, since: (it) => it.lastAt },
    {
      name: 'CLICK alone',
      preference: 1,
      holds: (it) => it.clicks > 0,
      weight: (it) => CLICK * Math.min(it.clicks, MOST_CLICKS),
      since: (it) => it.lastAt,
    },
  ],
  [ConfidencePreset.CLASSIC]: [
    ...DISLIKED,
    { name: 'score', preference: 1, holds: (it) => classicWeight(it) > 0, weight: classicWeight, since: (it) => it.lastAt },
  ],
  [ConfidencePreset.BINARY]: [{ name: 'any', preference: 1, holds: () => true, weight: () => 1, since: neverFades }],
};

/** What an interaction says of a person's taste under a preset; null when it says nothing. The table is `CONFIDENCE_TABLES`. */
export function confidenceOf(interaction: InteractionFacts, { preset, halfLifeDays, asOf }: ConfidenceOptions): Confidence | null {
  const row = CONFIDENCE_TABLES[preset].find(({ holds }) => holds(interaction));
  if (row === undefined) return null;
  const weight = row.weight(interaction) * fading(row.since(interaction), halfLifeDays, asOf);
  return weight > 0 ? { preference: row.preference, weight } : null;
}

/** True for a title that the person dislikes: it is never listed again. */
export function isBlocked(interaction: InteractionFacts): boolean {
  return interaction.opinion === Opinion.DISLIKE;
}

/** True when the person knows the title: watched at least half of it, completed or rated it, or gave an opinion. */
export function isSeen(interaction: InteractionFacts): boolean {
  if (interaction.rating !== null || interaction.opinion !== null) return true;
  if (interaction.mediaSeconds === null && interaction.secondsPlayed >= WHOLE_SECONDS) return true;
  return watchClassOf(interaction) === WatchClass.WATCHED;
}

/** Whether of a rating and a like or dislike the rating speaks: the newer of the two; of the same moment, the like or dislike. */
export function saysRating({ rating, ratedAt: rated, opinion, opinionAt }: Said): boolean {
  return rating !== null && (opinion === null || rated === null || opinionAt === null || rated > opinionAt);
}

function saysOpinion(interaction: InteractionFacts, opinion: Opinion): boolean {
  return interaction.opinion === opinion && !saysRating(interaction);
}

function watchedWeight(interaction: InteractionFacts): number {
  const share = coverageOf(interaction);
  if (share === null) return WHOLE * Math.min(1, interaction.secondsPlayed / WHOLE_SECONDS);
  return WHOLE * share * (1 + Math.log2(timesPlayed(interaction)) / 2);
}

/** Whole plays, and seconds played over the length; at least 1, so that only repeats count more. */
function timesPlayed({ completions, secondsPlayed, mediaSeconds }: InteractionFacts): number {
  return Math.max(1, completions + (mediaSeconds === null ? 0 : secondsPlayed / mediaSeconds));
}

function classicWeight({ classicScore, completions, rating }: InteractionFacts): number {
  return classicScore + CLASSIC_WHOLE * completions + (rating ?? 0);
}

function fading(since: Date | null, halfLifeDays: number | null, asOf: Date): number {
  if (since === null || halfLifeDays === null) return 1;
  return 0.5 ** (Math.max(0, asOf.getTime() - since.getTime()) / DAY_MS / halfLifeDays);
}
