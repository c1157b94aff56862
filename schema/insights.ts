import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { PersonalInsights } from '../core/insights/insights';
import { TitleKind } from '../core/title';
import { connectionOf } from './page';

@ObjectType({ description: 'What was played, added up.', simpleResolvers: true })
abstract class Sums {
  @Field(() => Int, { description: 'How many plays.' })
  readonly plays: number;

  @Field(() => Float, { description: 'How long they are together, in seconds; plays whose length nobody knows add nothing.' })
  readonly seconds: number;
}

@ObjectType('KindInsight', { description: 'What was played of one kind.', simpleResolvers: true })
export class KindInsightType extends Sums {
  @Field(() => TitleKind, { description: 'The kind; an episode counts as its show.' })
  readonly kind: TitleKind;

  @Field(() => Int, { description: 'How many different titles; a show is one.' })
  readonly titles: number;
}

/** A field with a resolver of its own is declared there; these are the columns. */
@ObjectType('TitleInsight', { description: 'What was played of one title.' })
export class TitleInsightType {
  @Field(() => Int, { description: 'How many plays; of a show those of all its episodes.', simple: true })
  readonly plays: number;

  @Field(() => Float, { description: 'How long they are together, in seconds.', simple: true })
  readonly seconds: number;

  @Field(() => GraphQLDateTime, { description: 'When the first one began.', simple: true })
  readonly firstAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When the last one began.', simple: true })
  readonly lastAt: Date;
}

@ObjectType('ActorInsight', { description: 'What was played with one actor.', simpleResolvers: true })
export class ActorInsightType extends Sums {
  @Field(() => String, { description: 'The name.' })
  readonly name: string;

  @Field(() => Int, { description: 'How many different titles; a show is one.' })
  readonly titles: number;
}

@ObjectType('GenreInsight', {
  description:
    'What was played of one genre. A play counts in full to each genre of its title, so genres together are more than all plays.',
  simpleResolvers: true,
})
export class GenreInsightType extends Sums {
  @Field(() => String, { description: 'The genre.' })
  readonly genre: string;

  @Field(() => Int, { description: 'How many different titles; a show is one.' })
  readonly titles: number;
}

@ObjectType('SpanInsight', { description: 'What was played in one stretch of time: where a play began.', simpleResolvers: true })
export class SpanInsightType extends Sums {
  @Field(() => GraphQLDateTime, { description: 'When the stretch begins, by the clocks of the time zone that was asked for.' })
  readonly from: Date;
}

@ObjectType('WeekdayInsight', { description: 'What was played on one day of the week: where a play began.', simpleResolvers: true })
export class WeekdayInsightType extends Sums {
  @Field(() => Int, { description: '1 (Monday) to 7 (Sunday).' })
  readonly weekday: number;
}

@ObjectType('HourInsight', { description: 'What was played in one hour of the day: where a play began.', simpleResolvers: true })
export class HourInsightType extends Sums {
  @Field(() => Int, { description: '0 to 23.' })
  readonly hour: number;
}

@ObjectType('Binge', {
  description:
    'Several plays of one show at a stretch: three or more, each begun within three hours after the one before; where only days are known, three or more on one day.',
})
export class BingeType {
  @Field(() => GraphQLDateTime, { description: 'When the first of them began.', simple: true })
  readonly at: Date;

  @Field(() => Int, { description: 'How many plays.', simple: true })
  readonly plays: number;

  @Field(() => Float, { description: 'How long they are together, in seconds.', simple: true })
  readonly seconds: number;
}

@ObjectType('Play', { description: 'One sitting with one title.' })
export class PlayType {
  @Field(() => GraphQLDateTime, { description: 'When it began; of a day without a time its midnight, UTC.', simple: true })
  readonly occurredAt: Date;

  @Field(() => Boolean, { description: 'False where only the day is known, as from a short history export.', simple: true })
  readonly timed: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'How long it is, in seconds: what was played; of a whole play the length of the title. Null where nobody knows.',
    simple: true,
  })
  readonly seconds: number | null;

  @Field(() => ID, { nullable: true, description: 'The import that it comes from; null: it was played here.', simple: true })
  readonly importId: number | null;
}

export const PlayConnection = connectionOf('Play', PlayType);

type Plain = Pick<PersonalInsights, 'seconds' | 'titles' | 'unknownSeconds' | 'untimedPlays' | 'kinds'>;

@ObjectType('PersonalInsights', { description: 'What one person played.' })
export class PersonalInsightsType implements Plain {
  @Field(() => ID, { description: 'Who.', simple: true })
  readonly userId: number;

  @Field(() => Float, { description: 'How long all plays are together, in seconds.', simple: true })
  readonly seconds: number;

  @Field(() => Int, { description: 'How many plays; `plays` lists them.', simple: true })
  readonly playCount: number;

  @Field(() => Int, { description: 'How many different titles; a show is one.', simple: true })
  readonly titles: number;

  @Field(() => Int, { description: 'How many of the plays nobody knows the length of: they add nothing to any seconds.', simple: true })
  readonly unknownSeconds: number;

  @Field(() => Int, { description: 'How many of the plays have a day, but no time of day: they are in no hour.', simple: true })
  readonly untimedPlays: number;

  @Field(() => [KindInsightType], { description: 'By kind, the longest first.', simple: true })
  readonly kinds: readonly KindInsightType[];
}

@ObjectType('InsightShare', { description: 'One person’s part of something.', simpleResolvers: true })
export class InsightShareType {
  @Field(() => ID, { description: 'Who.' })
  readonly userId: number;

  @Field(() => Float, { description: 'Theirs, in seconds.' })
  readonly seconds: number;
}

@ObjectType('SharedGenre', { description: 'A genre that all of them watched.', simpleResolvers: true })
export class SharedGenreType {
  @Field(() => String, { description: 'The genre.' })
  readonly genre: string;

  @Field(() => Float, { description: 'All of them together, in seconds.' })
  readonly seconds: number;

  @Field(() => [InsightShareType], { description: 'Each of them, in the order of `people`.' })
  readonly people: readonly InsightShareType[];
}

@ObjectType('SharedInsights', { description: 'What several people have in common.' })
export class SharedInsightsType {
  @Field(() => Boolean, { description: 'Whether all let the others see what they watched (`agreeInBlend`).', simple: true })
  readonly agreed: boolean;

  @Field(() => [SharedGenreType], {
    description: 'Genres that all of them watched, the one first of which the least of their shares of time is largest.',
    simple: true,
  })
  readonly genres: readonly SharedGenreType[];

  @Field(() => String, { nullable: true, description: 'The first of these; null where they share none.', simple: true })
  readonly topGenre: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How far their tastes are apart: 0 (the same shares of genres) to 1 (no genre in common); the Jensen-Shannon distance. Null where nothing is known of somebody’s.',
    simple: true,
  })
  readonly distance: number | null;

  @Field(() => Int, { nullable: true, description: 'How many titles all of them played; null until all agree.', simple: true })
  readonly titleCount: number | null;
}

@ObjectType('Insights', { description: 'How people watch: every number is the sum of plays that `PersonalInsights.plays` lists.' })
export class InsightsType {
  @Field(() => Float, { description: 'How long all plays of all of them are together, in seconds.', simple: true })
  readonly seconds: number;

  @Field(() => Int, { description: 'How many plays.', simple: true })
  readonly plays: number;

  @Field(() => Int, {
    description: 'How many different titles; while not all in a blend agree, each person’s are counted for themselves.',
    simple: true,
  })
  readonly titles: number;

  @Field(() => String, { description: 'The time zone by whose clocks days and hours are told.', simple: true })
  readonly timeZone: string;

  @Field(() => SharedInsightsType, {
    nullable: true,
    description: 'What they have in common; null for one person, and where `from` or `until` is given before all in the blend agree.',
    simple: true,
  })
  readonly shared: SharedInsightsType | null;
}
