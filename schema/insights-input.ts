import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DEFAULT_PLACES } from '../core/insights/window';
import { TitleKind } from '../core/title';

@InputType({ description: 'Whose plays to add up, and which.' })
export class InsightsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Whose; none: the viewer’s own. Only callers who may look into people name somebody.',
  })
  readonly userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of all members of this blend, in which that person must be.' })
  readonly blendId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this import of a history brought; not together with `blendId`.' })
  readonly importId?: string | null;

  @Field(() => [TitleKind], { nullable: true, description: 'Only these kinds; an episode is of its show’s. None or empty: all.' })
  readonly kinds?: TitleKind[] | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Only plays that began at this time or later; of those without a time the days from that one on.',
  })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only plays that began before this time.' })
  readonly until?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'By whose clocks: an IANA name such as Europe/Berlin. None: the time zone that the person told, else UTC.',
  })
  readonly timeZone?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PLACES,
    description: 'How many shows, films, actors, genres and binges, 1 to 100.',
  })
  readonly first?: number | null;
}

@InputType({ description: 'Which plays: those behind one total. Every field that is given must hold.' })
export class PlayFilter {
  @Field(() => TitleKind, { nullable: true, description: 'Of this kind, as `kinds` has it: an episode counts as its show.' })
  readonly kind?: TitleKind | null;

  @Field(() => ID, { nullable: true, description: 'Of this title; of a show with all its episodes.' })
  readonly titleId?: string | null;

  @Field(() => String, { nullable: true, description: 'With this actor, by the name as it stands in `actors`.' })
  readonly actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this genre, as it stands in `genres`.' })
  readonly genre?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Begun in this month: its `from`, or any other time in it.' })
  readonly month?: Date | null;

  @Field(() => Int, { nullable: true, description: 'Begun on this day of the week: 1 (Monday) to 7 (Sunday).' })
  readonly weekday?: number | null;

  @Field(() => Int, { nullable: true, description: 'Begun in this hour of the day, 0 to 23; plays without a time are in none.' })
  readonly hour?: number | null;
}
