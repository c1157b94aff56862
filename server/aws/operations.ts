import { GET_RANKING, GET_RECOMMENDATIONS } from '../../core/aws/get-recommendations';
import { PUT_EVENTS } from '../../core/aws/put-events';
import { PUT_ITEMS, PUT_USERS } from '../../core/aws/put-records';
import type { Shape } from '../../core/aws/shape';
import { Right } from '../../core/rights';
import type { AwsCall } from './call';
import { putEvents } from './put-events';
import { putItems, putUsers } from './put-records';
import { getRanking } from './ranking';
import { getRecommendations } from './recommendations';
import type { Sessions } from './sessions';

/** One operation of Amazon Personalize that we answer. */
export interface Operation {
  readonly name: string;
  /** What its caller's server key must be allowed. */
  readonly right: Right;
  /** Done again it would undo what came after it: a signature is good for it once. */
  readonly once: boolean;
  run(call: AwsCall, sessions: Sessions, body: unknown): Promise<object>;
}

function operation<Body>(
  parts: Pick<Operation, 'name' | 'right'> & Partial<Pick<Operation, 'once'>>,
  shape: Shape<Body>,
  run: (call: AwsCall, sessions: Sessions, body: Body) => Promise<object>,
): Operation {
  return { once: false, ...parts, run: (call, sessions, body) => run(call, sessions, shape(body, '')) };
}

/** By the last part of their path. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  recommendations: operation(
    { name: 'GetRecommendations', right: Right.RECOMMENDATIONS_READ },
    GET_RECOMMENDATIONS,
    (call, _sessions, body) => getRecommendations(call, body),
  ),
  'personalize-ranking': operation(
    { name: 'GetPersonalizedRanking', right: Right.RECOMMENDATIONS_READ },
    GET_RANKING,
    (call, _sessions, body) => getRanking(call, body),
  ),
  events: operation({ name: 'PutEvents', right: Right.EVENTS_WRITE }, PUT_EVENTS, putEvents),
  items: operation({ name: 'PutItems', right: Right.CATALOGUE_WRITE, once: true }, PUT_ITEMS, (call, _sessions, body) =>
    putItems(call, body),
  ),
  users: operation({ name: 'PutUsers', right: Right.EVENTS_WRITE, once: true }, PUT_USERS, (call, _sessions, body) => putUsers(call, body)),
};

/** What Amazon Personalize does at these paths, and we do not. */
export const REFUSED: Readonly<Record<string, string>> = {
  'action-recommendations': 'GetActionRecommendations',
  actions: 'PutActions',
  'action-interactions': 'PutActionInteractions',
};
