import { badInput } from '../core/errors';
import { untouched } from '../core/fold-event';
import type { Inspection } from '../core/inspection';
import { type InteractionFacts, Opinion } from '../core/interaction';
import { inspectList } from '../engine/local/inspect';
import { createKeptStates, type KeptStates } from '../engine/local/kept-states';
import { withoutHistory } from './list-person';
import type { ListRequest, Recommender } from './recommend';

/** A list that somebody wants to understand. */
export interface InspectRequest {
  /** For whom, or for nobody: then `likedIds` are the past. */
  readonly list: ListRequest;
  /** A pretended past: titles that somebody likes, as of now. */
  readonly likedIds: readonly number[];
  /** Null: the live one. */
  readonly modelId: number | null;
  /** As if the person had never met these titles. */
  readonly withoutIds: readonly number[];
  /** Titles to be told of wherever they stand. */
  readonly aboutIds: readonly number[];
  /** How many places are told of. */
  readonly first: number;
}

/** A list taken apart, and what was asked. */
export interface InspectedList extends Inspection {
  readonly request: InspectRequest;
  /** The person's version that it was computed from; 0 for nobody. */
  readonly version: number;
  readonly inspectedAt: Date;
}

/** Takes lists apart. */
export interface Inspector {
  /** Throws BAD_INPUT for what cannot be asked, and what `recommend` and `KeptStates.stateOf` throw. Records nothing as shown. */
  inspect(request: InspectRequest): Promise<InspectedList>;
}

export const MOST_PLACES = 100;
const MOST_LIKED = 100;
const MOST_ABOUT = 20;

/** Makes the inspector of one process. */
export function createInspector(
  recommender: Pick<Recommender, 'prepare' | 'local' | 'database'>,
  states: KeptStates = createKeptStates({ db: recommender.database.db, local: recommender.local }),
): Inspector {
  return {
    async inspect(request) {
      check(request);
      const { list, likedIds, modelId, withoutIds, aboutIds, first } = request;
      const { asked, version, servedAt } = await recommender.prepare(list);
      const state = modelId === null ? recommender.local.state() : await states.stateOf(modelId);
      const past = list.userId === null ? { ...asked.person, interactions: likedIds.map((id) => liked(id, asked.now)) } : asked.person;
      const person = withoutHistory(past, [...withoutIds, ...asked.filter.withoutHistoryOf], state.columns);
      return { ...inspectList(state, { ...asked, person, first, about: aboutIds }), request, version, inspectedAt: servedAt };
    },
  };
}

function check({ list, likedIds, aboutIds, first }: InspectRequest): void {
  if (!(Number.isInteger(first) && first >= 1 && first <= MOST_PLACES))
    throw badInput('input.first', `first is out of range: it came as ${first}.`, `a whole number from 1 to ${MOST_PLACES}`);
  if (list.userId !== null && likedIds.length > 0)
    throw badInput('input.titleIds', 'There is a person and a pretended past.', 'either userId or titleIds');
  if (likedIds.length > MOST_LIKED)
    throw badInput('input.titleIds', `There are ${likedIds.length} titles.`, `at most ${MOST_LIKED} titles`);
  if (aboutIds.length > MOST_ABOUT) throw badInput('input.about', `There are ${aboutIds.length} titles.`, `at most ${MOST_ABOUT} titles`);
}

function liked(titleId: number, at: Date): InteractionFacts {
  return { ...untouched({ userId: 0, titleId, occurredAt: at }), opinion: Opinion.LIKE, opinionAt: at };
}
