import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { present } from '../../core/present';
import { Right } from '../../core/rights';
import { deleteEvents, deleteHistory } from '../../flow/history';
import { EventInputType, TrackEventsPayload } from '../../schema/event';
import { DeleteHistoryInput, DeletePayload } from '../../schema/history';
import { outsiderOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { subjectOf, titleIdsOf } from '../subject';
import { trackRequest } from '../track-request';

@Resolver()
export class EventResolver {
  @Mutation(() => TrackEventsPayload, {
    description: 'Stores what people did: 1 to 1,000 events, each judged alone. Send it again when in doubt: nothing counts twice.',
  })
  trackEvents(
    @Arg('events', () => [EventInputType], { description: 'The events.' }) events: EventInputType[],
    @Arg('sentAt', () => GraphQLDateTime, { nullable: true, description: 'The client’s clock when it sent them; corrects a wrong one.' })
    sentAt: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<TrackEventsPayload> {
    return withUserErrors(
      async () => ({
        results: await context.house.tracker.track(trackRequest(context, { events, sentAt: sentAt ?? null })),
      }),
      { results: [] },
    );
  }

  @Mutation(() => DeletePayload, { description: 'Deletes single events of a person’s past; they count no more from now on.' })
  deleteEvents(
    @Arg('ids', () => [ID], { description: 'The events, by the ids they were sent with; at most 1,000.' }) ids: string[],
    @Arg('userId', () => ID, { nullable: true, description: 'Whose; none: the viewer’s own.' }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<DeletePayload> {
    return withUserErrors(
      async () => {
        const subject = await subjectOf(context, userId, { right: Right.EVENTS_WRITE });
        return { deleted: await deleteEvents(context.house.database.db, { userId: subject, eventIds: ids, actor: outsiderOf(context) }) };
      },
      { deleted: 0 },
    );
  }

  @Mutation(() => DeletePayload, { description: 'Deletes a part of a person’s past, or all of it.' })
  deleteHistory(
    @Arg('input', () => DeleteHistoryInput, { description: 'Which part.' }) input: DeleteHistoryInput,
    @Ctx() context: Context,
  ): Promise<DeletePayload> {
    return withUserErrors(
      async () => {
        const { userId, titleIds, ...rest } = present(input);
        const subject = await subjectOf(context, userId, { right: Right.EVENTS_WRITE, field: 'input.userId' });
        const titles = titleIds && (await titleIdsOf(context, titleIds, 'input.titleIds'));
        return {
          deleted: await deleteHistory(context.house.database.db, {
            ...rest,
            userId: subject,
            titleIds: titles,
            actor: outsiderOf(context),
          }),
        };
      },
      { deleted: 0 },
    );
  }
}
