import { Arg, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import { AppError, ErrorCode } from '../../core/errors';
import { Right } from '../../core/rights';
import type { Title } from '../../core/title';
import type { User } from '../../core/user';
import { EventStreamFilter, StreamedEventsType, StreamedEventType } from '../../schema/event-stream';
import { TitleType } from '../../schema/title';
import { UserType } from '../../schema/user';
import type { StreamedEvent } from '../../store/event-stream';
import type { Context } from '../context';
import type { StreamedEvents } from '../event-stream';
import { requireRight } from '../rights';
import { rowId } from '../subject';

@Resolver(() => StreamedEventType)
export class EventStreamResolver {
  @Subscription(() => StreamedEventsType, {
    description: 'What people do, as it is stored; for operators who may look into people.',
    subscribe: ({ args, context }: { args: { filter?: EventStreamFilter | null }; context: Context }) => watchEvents(context, args.filter),
  })
  eventStream(
    @Root() events: StreamedEvents,
    @Arg('filter', () => EventStreamFilter, { nullable: true, description: 'Which events.' }) _filter: EventStreamFilter | null | undefined,
  ): StreamedEvents {
    return events;
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The title, or the first of several.' })
  title(@Root() { titleId }: StreamedEvent, @Ctx() context: Context): Promise<Title | null> | null {
    return titleId === null ? null : context.loaders.title.load(titleId);
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Whose event it is.' })
  user(@Root() { userId }: StreamedEvent, @Ctx() context: Context): Promise<User | null> {
    return context.loaders.user.load(userId);
  }
}

function watchEvents(context: Context, filter: EventStreamFilter | null | undefined): AsyncIterable<StreamedEvents> {
  requireRight(context, Right.USERS_READ);
  if (context.caller.kind !== 'operator')
    throw new AppError(ErrorCode.FORBIDDEN, 'The live stream of events is for operators who are signed in to the console.');
  const { types, kinds, userId } = filter ?? {};
  return context.house.eventStream.watch({ types, kinds, userId: userId ? rowId(userId, 'filter.userId') : null });
}
