import { AppError, ErrorCode } from '../../core/errors';
import { personalizeItemId, personalizeUserId } from '../../core/personalize/ids';
import { propertiesOf } from '../../core/personalize/properties';
import { itemFacts, userFacts } from '../../core/personalize/rows';
import type { DatasetType, PersonalizeTargets } from '../../core/personalize/sync';
import { batchesOf, MOST_EVENTS, type ToldEvent } from '../../core/personalize/told-event';
import type { Operations } from '../engine';
import type { DataPlane } from './clients';

interface Parts {
  readonly plane: DataPlane;
  readonly targets: () => PersonalizeTargets | null;
}

/** What Personalize is told. Each throws what the SDK throws at the first call that fails, and UNAVAILABLE while there is nobody to tell. */
export function putOperations({ plane, targets }: Parts): Pick<Operations, 'putEvents' | 'putItems' | 'putUsers'> {
  const datasetOf = (type: DatasetType): string => targets()?.datasetArns[type] ?? nobody();
  return {
    async putEvents(events) {
      const trackingId = targets()?.trackingId ?? nobody();
      const { client, sdk } = await plane.events();
      for (const batch of batchesOf(events, ({ userId }) => userId)) {
        const userId = personalizeUserId((batch[0] as ToldEvent).userId);
        // We know who everybody is, so that a session of its own would tell nothing.
        await client.send(new sdk.PutEventsCommand({ trackingId, userId, sessionId: userId, eventList: batch.map(wireEvent) }));
      }
    },
    async putItems(titles) {
      const datasetArn = datasetOf('ITEMS');
      const { client, sdk } = await plane.events();
      for (const batch of batchesOf(titles, () => 0, MOST_EVENTS)) {
        const items = batch.map((title) => ({ itemId: personalizeItemId(title.id), properties: propertiesOf(itemFacts(title)) }));
        await client.send(new sdk.PutItemsCommand({ datasetArn, items }));
      }
    },
    async putUsers(people) {
      const datasetArn = datasetOf('USERS');
      const { client, sdk } = await plane.events();
      for (const batch of batchesOf(people, () => 0, MOST_EVENTS)) {
        const users = batch.map((user) => ({ userId: personalizeUserId(user.id), properties: propertiesOf(userFacts(user)) }));
        await client.send(new sdk.PutUsersCommand({ datasetArn, users }));
      }
    },
  };
}

/** In whole seconds, as an export tells it; the SDK writes the time as such a number. */
function wireEvent({ eventId, type, titleId, at, value }: ToldEvent) {
  return {
    eventId,
    eventType: type,
    itemId: personalizeItemId(titleId),
    sentAt: new Date(Math.floor(at.getTime() / 1000) * 1000),
    ...(value !== null && { eventValue: value }),
  };
}

function nobody(): never {
  throw new AppError(ErrorCode.UNAVAILABLE, 'There is nobody in Personalize to tell yet.', { field: 'engine' });
}
