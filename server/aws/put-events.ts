import { AwsError } from '../../core/aws/error';
import { sessionReference, titleReference, userReference } from '../../core/aws/names';
import { eventsFrom, faultIn, type PutEvents } from '../../core/aws/put-events';
import { EventStatus } from '../../core/event';
import { checkEvent, isFault } from '../../core/event-check';
import { trackRequest } from '../track-request';
import type { AwsCall } from './call';
import type { Sessions } from './sessions';

/**
 * PutEvents: the call is judged whole before anything of it is kept, so that only an item or a person that is unknown is found out later, by
 * which time its other events are kept; sent again, those change nothing. What a session did without a user is the user's from the
 * first call that names both. Throws AwsError.
 */
export async function putEvents(call: AwsCall, sessions: Sessions, body: PutEvents): Promise<Record<string, never>> {
  const { house, source, caller } = call;
  const session = sessionReference(body.sessionId, caller.keyId);
  const userId = body.userId === undefined ? session : userReference(body.userId, source);
  const placed = eventsFrom(body, { userId, titleOf: (itemId) => titleReference(itemId, source) });
  const now = house.clock();
  for (const { at, event } of placed) {
    const checked = checkEvent(event, { now, skewMs: 0 });
    if (isFault(checked)) throw faultIn(checked, at);
  }
  if (body.userId === undefined) sessions.seen(session);
  else await sessions.join(session, userId);
  const events = placed.map(({ event }) => event);
  const results = await house.tracker.track(trackRequest(call, { events, sentAt: null }));
  const refused = results.findIndex(({ status }) => status === EventStatus.REJECTED);
  const { field, message } = results[refused] ?? {};
  if (refused >= 0 && field && message) throw faultIn({ field, message }, placed[refused]?.at ?? 0);
  if (refused >= 0) throw new AwsError('InvalidInputException', 'eventList: An event was refused.');
  return {};
}
