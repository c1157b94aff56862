import { isBlocked, isSeen } from '../../core/confidence';
import { exclude } from '../../core/eligible';
import type { InteractionFacts } from '../../core/interaction';
import { MoodMatch } from '../../core/mood/mood';
import { type Reason, ReasonCode } from '../../core/recommendation';
import type { Operations } from '../engine';
import { type FreeTime, freeTime } from './free-time';
import { fitsMood, keepFitting, moodScoresIn } from './moods';
import { moodRanker, type Ranker, rankerOf } from './ranker';
import type { Reading } from './reading';
import { reasonsOf } from './score';
import type { LocalState } from './state';
import { eligibleIn } from './workspace';

/** What a list is made of. */
export type ListRequest = Parameters<Operations['recommend']>[0];

/** What may stand in a list, in which order, and why. */
export interface Choice {
  /** 1 for every row that may, in the workspace; good until the next list begins. */
  mask(): Uint8Array;
  readonly ranker: Ranker;
  /** Null where no time was told. */
  readonly time: FreeTime | null;
  /** Scores of the mood; null where none was asked for, or nothing that may stand in the list fits it: then the list is made without. */
  readonly mood: Float32Array | null;
  reasons(row: number): readonly Reason[];
}

/** Hard filters first: rules, what is left out, free time, mood. Taste and mood make the order of what is left. */
export function choiceOf(state: LocalState, reading: Reading, request: ListRequest): Choice {
  const { person, filter, servedIds, now } = request;
  const mood = filter.mood === undefined ? undefined : state.moods.moods.get(filter.mood);
  const { availableSeconds: seconds, region = null } = filter;
  const time = seconds === undefined ? null : freeTime(state, person, { seconds, region, now, rises: mood?.match === MoodMatch.LIFT });
  const left = person.interactions.filter((interaction) => isLeftOut(state, interaction, { time, excludeSeen: filter.excludeSeen }));
  const without = [...left.map(({ titleId }) => titleId), ...filter.excludeTitleIds, ...servedIds];
  const hard = (): Uint8Array => {
    const mask = eligibleIn(state.workspace, state.columns, { rules: filter, now });
    exclude(mask, state.columns, without);
    time?.keepFitting(mask);
    return mask;
  };
  const scores = mood ? moodScoresIn(state, mood) : null;
  const passing = time === null && scores === null ? null : hard().slice();
  const fitting = passing !== null && scores !== null && keepFitting(passing, scores) ? scores : null;
  // Time and mood are asked of every title: once a list, and whoever asks again has what was found.
  const mask = (): Uint8Array => {
    if (passing === null) return hard();
    state.workspace.mask.set(passing);
    return state.workspace.mask;
  };
  const ranker = passing === null || fitting === null ? rankerOf(state, reading) : moodRanker(state, reading, { scores: fitting, passing });
  return {
    mask,
    ranker,
    time,
    mood: fitting,
    reasons: (row) => {
      const own = reasonsOf(state, reading, row);
      const timed = time?.fits(row) ? [...own, FITS_TIME] : own;
      if (fitting === null) return mood ? [NOTHING_FITS, ...timed.filter(({ code }) => code !== ReasonCode.FALLBACK)] : timed;
      return fitsMood(fitting, row) ? withMood(timed, ranker.moodPart(row)) : timed;
    },
  };
}

const NO_EVIDENCE = { titleId: null, genre: null, contribution: null } as const;
const FITS_TIME: Reason = { code: ReasonCode.FITS_TIME, ...NO_EVIDENCE };
const NOTHING_FITS: Reason = { code: ReasonCode.FALLBACK, ...NO_EVIDENCE };

/** The strongest first; where the score has no parts, the mood. */
function withMood(reasons: readonly Reason[], part: number): readonly Reason[] {
  const isScored = reasons.some(({ contribution }) => contribution !== null);
  const match: Reason = { ...NO_EVIDENCE, code: ReasonCode.MOOD_MATCH, contribution: isScored ? part : null };
  const others = reasons.filter(({ code }) => code !== ReasonCode.FALLBACK);
  const place = isScored ? others.findIndex(({ contribution }) => (contribution ?? 0) < part) : 0;
  return others.toSpliced(place < 0 ? others.length : place, 0, match);
}

interface Leaving {
  readonly time: FreeTime | null;
  readonly excludeSeen: boolean;
}

/** Whoever has time goes on with a show, however much of it was seen; what somebody dislikes is never listed. */
export function isLeftOut({ columns }: LocalState, interaction: InteractionFacts, { time, excludeSeen }: Leaving): boolean {
  if (isBlocked(interaction)) return true;
  if (!excludeSeen || !isSeen(interaction)) return false;
  const row = time === null ? undefined : columns.rowOf.get(interaction.titleId);
  return row === undefined || time?.goesOn(columns.listedAs[row] as number) !== true;
}
