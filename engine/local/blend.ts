import type { Ballot } from '../../core/blend/ballot';
import { byVotes, heard, vetoed } from '../../core/blend/ballot';
import { BLENDED_KINDS, type BlendSettings } from '../../core/blend/blend';
import { type Scale, satisfaction, scaleOf } from '../../core/blend/satisfaction';
import { BlendStrategy, blended } from '../../core/blend/strategy';
import { isBlocked, isSeen } from '../../core/confidence';
import { exclude } from '../../core/eligible';
import { affinityOf } from '../../core/genre-profile';
import type { Person } from '../engine';
import { likingsByModel, likingsByTags, type MemberLikings } from './blend-likings';
import { readPerson } from './reading';
import { POPULARITY_WEIGHT } from './score';
import type { LocalState } from './state';
import type { TagSpace } from './tag-space';
import { eligibleIn } from './workspace';

/** Somebody in a blend with the past that it may know. */
export interface BlendPerson {
  readonly userId: number;
  readonly person: Person;
}

export interface BlendRequest {
  readonly people: readonly BlendPerson[];
  readonly settings: BlendSettings;
  readonly ballots: readonly Ballot[];
  readonly now: Date;
  readonly count: number;
}

/** One place of a blend. */
export interface BlendPlace {
  readonly titleId: number;
  /** In the order of the members; null for one whose taste is not known. Below 0: less than most suits them. */
  readonly satisfactions: readonly (number | null)[];
}

/** A list for several people. */
export interface EngineBlend {
  readonly places: readonly BlendPlace[];
  readonly members: readonly BlendReading[];
  /** Titles that pass all rules, but that could not be scored. */
  readonly unscored: number;
  /** Whether a taste of anybody made the list; else it is of what most people like. */
  readonly byTaste: boolean;
}

/** What was read of a member. */
export interface BlendReading {
  /** Whether a taste was found. */
  readonly known: boolean;
  /** Titles that the taste was read from. */
  readonly titles: number;
  /** Titles that they watched and that could not be scored, by id. */
  readonly unscoredIds: readonly number[];
}

/** The original's list is this long, and chosen from twice as many. */
const ORIGINAL_COUNT = 20;

/** One list for all of `people`, by `tags` where they are given: read everyone -> filter -> like -> hear votes -> blend. */
export async function blendFor(state: LocalState, tags: TagSpace | null, request: BlendRequest): Promise<EngineBlend> {
  const { settings, ballots } = request;
  const candidates = candidatesOf(state, request);
  const readings = tags === null ? likingsByModel(state, request) : await likingsByTags(state, tags, { ...request, power: settings.power });
  const members = readings.map(({ keys, titles, unscoredIds }) => ({ known: keys !== null, titles, unscoredIds }));
  const scorable = candidates.filter((row) => readings.some(({ keys }) => keys !== null && Number.isFinite(keys[row])));
  const rest = { members, unscored: candidates.length - scorable.length };
  const byTaste = scorable.length > 0;
  const voices = byTaste ? voicesOf(state, readings) : popularVoices(state, request);
  const rows = byTaste ? scorable : candidates;
  const original = settings.strategy === BlendStrategy.ORIGINAL;
  const count = original ? Math.min(ORIGINAL_COUNT, request.count) : request.count;
  const ids = Float64Array.from(rows, (row) => state.columns.ids[row] as number);
  const placeOf = new Map(Array.from(ids, (id, place) => [id, place]));
  const own = voices.map((voice) => voice && Float64Array.from(rows, (row) => satisfaction(voice.keys[row] as number, voice.scale)));
  const likings = own.map((liking, member) => {
    const votes = votesOf(ballots, request.people[member]?.userId, placeOf);
    if (liking !== null) return heard(liking, votes);
    // Of whom nothing is known goes along with the rest, but for what they say.
    return votes.size > 0 ? heard(meanOf(own, rows.length), votes) : null;
  });
  const told = original && byTaste ? voices.map((voice) => voice && Float64Array.from(rows, (row) => voice.keys[row] as number)) : likings;
  const chosen = blended(settings.strategy, { likings: told.filter((liking) => liking !== null), ids }, count);
  const places = chosen.map((place) => ({
    titleId: ids[place] as number,
    satisfactions: likings.map((liking, member) => (liking === null || voices[member]?.told !== true ? null : (liking[place] as number))),
  }));
  if (!original) return { ...rest, byTaste, places };
  const order = byVotes(
    places.map(({ titleId }) => titleId),
    ballots,
  );
  const byId = new Map(places.map((place) => [place.titleId, place]));
  return { ...rest, byTaste, places: order.flatMap((id) => byId.get(id) ?? []) };
}

interface Voice {
  readonly keys: Float64Array;
  readonly scale: Scale;
  /** Whether it says what this person likes, and not what most people do. */
  readonly told: boolean;
}

function meanOf(likings: readonly (Float64Array | null)[], length: number): Float64Array {
  const known = likings.filter((liking) => liking !== null);
  return Float64Array.from({ length }, (_, place) => known.reduce((sum, liking) => sum + (liking[place] as number) / known.length, 0));
}

/** The scale of each comes from everything that may be listed, whatever this blend may hold. */
function voicesOf({ columns }: LocalState, readings: readonly MemberLikings[]): readonly (Voice | null)[] {
  return readings.map(({ keys }) => {
    if (keys === null) return null;
    const listed = keys.filter((_, row) => columns.listed[row] === 1);
    return { keys, scale: scaleOf(listed), told: true };
  });
}

/** Nobody's taste is known: what most like, and the genres that somebody told of. */
function popularVoices(state: LocalState, { people, now }: BlendRequest): readonly Voice[] {
  return people.map(({ person }) => {
    const { profile } = readPerson(state, person, now);
    const keys = state.popularity.map((popularity, row) => affinityOf(state.columns, row, profile.all) + POPULARITY_WEIGHT * popularity);
    return { keys, scale: scaleOf(keys), told: profile.all.some((weight) => weight > 0) };
  });
}

/** The rows that pass every rule, that nobody vetoed or dislikes, and that nobody has seen, or not all where somebody may rewatch. */
function candidatesOf(state: LocalState, { people, settings, ballots, now }: BlendRequest): Int32Array {
  const { columns, workspace } = state;
  const { kinds, seconds, certificate, rewatch } = settings;
  const rules = {
    kinds: kinds.length > 0 ? kinds : BLENDED_KINDS,
    ...(seconds !== null && { maxTitleSeconds: seconds }),
    ...(certificate !== null && { maxCertificate: certificate }),
  };
  const mask = eligibleIn(workspace, columns, { rules, now });
  exclude(mask, columns, vetoed(ballots));
  const seenBy = new Map<number, number>();
  for (const { person } of people) {
    exclude(
      mask,
      columns,
      person.interactions.filter(isBlocked).map(({ titleId }) => titleId),
    );
    for (const row of seenRows(state, person)) seenBy.set(row, (seenBy.get(row) ?? 0) + 1);
  }
  const enough = rewatch ? people.length : 1;
  for (const [row, by] of seenBy) if (by >= enough) mask[row] = 0;
  return Int32Array.from(mask.keys()).filter((row) => mask[row] === 1);
}

function seenRows({ columns }: LocalState, person: Person): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const interaction of person.interactions) {
    const row = columns.rowOf.get(interaction.titleId);
    if (row !== undefined && isSeen(interaction)) rows.add(columns.listedAs[row] as number);
  }
  return rows;
}

function votesOf(
  ballots: readonly Ballot[],
  userId: number | undefined,
  placeOf: ReadonlyMap<number, number>,
): ReadonlyMap<number, Ballot['vote']> {
  const own = ballots.filter((ballot) => ballot.userId === userId);
  return new Map(
    own.flatMap(({ titleId, vote }) => {
      const place = placeOf.get(titleId);
      return place === undefined ? [] : [[place, vote] as const];
    }),
  );
}
