import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Stretch } from '../core/audience';

@ObjectType('Stretch', { description: 'A stretch of a title that is played more than the rest.', simpleResolvers: true })
export class StretchType implements Stretch {
  @Field(() => Float, { description: 'Where it begins, as a share of the length from 0 to 1.' })
  readonly from: number;

  @Field(() => Float, { description: 'Where it ends, as a share of the length.' })
  readonly to: number;

  @Field(() => Float, { description: 'How often it was played, on average over its parts.' })
  readonly plays: number;
}

@ObjectType('DailyActivity', { description: 'What a title moved on one day.', simpleResolvers: true })
export class DailyActivityType {
  @Field(() => String, { description: 'The day in UTC, for example 2026-03-01.' })
  readonly day: string;

  @Field(() => Float, { description: 'Whole plays, likes and so on, each with its weight: see docs/metrics.md.' })
  readonly weight: number;
}

@ObjectType('TitleAudience', {
  description: 'Who met a title, and how far they came. Of a show, its episodes count.',
  simpleResolvers: true,
})
export class TitleAudienceType {
  @Field(() => Int, { description: 'People who opened, played, rated or liked it.' })
  readonly people: number;

  @Field(() => Boolean, { description: 'True: only ten thousand interactions were counted, and there are more.' })
  readonly isSample: boolean;

  @Field(() => Int, { description: 'People who played some of it, or told a whole play.' })
  readonly players: number;

  @Field(() => Int, { description: 'People who covered at least half of it, or told a whole play.' })
  readonly watchers: number;

  @Field(() => Float, { nullable: true, description: 'Watchers / players; null while nobody has played it.' })
  readonly completion: number | null;

  @Field(() => Float, { description: 'Plays in all.' })
  readonly plays: number;

  @Field(() => Float, { description: 'Seconds played in all, repeats included.' })
  readonly secondsPlayed: number;

  @Field(() => Float, { description: 'How often it was opened.' })
  readonly clicks: number;

  @Field(() => Int, { description: 'People who rated it.' })
  readonly ratings: number;

  @Field(() => Float, { nullable: true, description: 'Their mean rating, 0.5 to 5.' })
  readonly meanRating: number | null;

  @Field(() => Int, { description: 'People who like it.' })
  readonly likes: number;

  @Field(() => Int, { description: 'People who dislike it.' })
  readonly dislikes: number;

  @Field(() => [Float], {
    nullable: true,
    description:
      'The drop-off curve: for each hundredth, plays as a share of those who began; more than 1 where people come back. Null while nobody has begun.',
  })
  readonly retention: readonly number[] | null;

  @Field(() => [StretchType], {
    description: 'What people come back to: played a quarter more than the fewest plays before it, the strongest first, at most three.',
  })
  readonly mostWatched: readonly StretchType[];

  @Field(() => [DailyActivityType], { description: 'The last 28 days and today, oldest first.' })
  readonly activity: readonly DailyActivityType[];
}
