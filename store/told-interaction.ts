import type { Interaction, Opinion, Range } from '../core/interaction';
import { parseRanges } from '../core/ranges';

const NOTHING: readonly Range[] = [];

/**
 * One interaction as a JSON array, as SQL over the columns of `interactions`: JSON parses in a fraction of the time that the driver
 * takes for a row of 16 columns. Times are seconds since 1970.
 */
export const TOLD = `json_build_array("titleId", case when isempty(covered) then '' else covered::text end, "mediaSeconds",
  "secondsPlayed", plays, "lastPlayId", clicks, completions, rating, extract(epoch from "ratedAt"), opinion,
  extract(epoch from "opinionAt"), "classicScore", extract(epoch from "firstAt"), extract(epoch from "lastAt"))`;

/** What TOLD makes of a row. */
export type Told = readonly [
  titleId: number,
  covered: string,
  mediaSeconds: number | null,
  secondsPlayed: number,
  plays: number,
  lastPlayId: string | null,
  clicks: number,
  completions: number,
  rating: number | null,
  ratedAt: number | null,
  opinion: Opinion | null,
  opinionAt: number | null,
  classicScore: number,
  firstAt: number,
  lastAt: number,
];

/** The interaction that TOLD wrote. */
export function interactionOf(userId: number, told: Told): Interaction {
  return {
    userId,
    titleId: told[0],
    covered: told[1] === '' ? NOTHING : parseRanges(told[1]),
    mediaSeconds: told[2],
    secondsPlayed: told[3],
    plays: told[4],
    lastPlayId: told[5],
    clicks: told[6],
    completions: told[7],
    rating: told[8],
    ratedAt: told[9] === null ? null : new Date(told[9] * 1000),
    opinion: told[10],
    opinionAt: told[11] === null ? null : new Date(told[11] * 1000),
    classicScore: told[12],
    firstAt: new Date(told[13] * 1000),
    lastAt: new Date(told[14] * 1000),
  };
}
