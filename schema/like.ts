import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { LikeEvaluation } from '../core/like/measure';
import type { LikeMetrics } from '../core/like/metrics';
import { type Likeliness, type LikeModelRow, LikeModelState } from '../core/like-model';
import { TitleKind } from '../core/title';

@ObjectType('LikeMetrics', {
  description:
    'How well a way to guess likes does on rows it has not seen. Null where a number means nothing: for an order, or for too few rows.',
})
export class LikeMetricsType implements Readonly<Record<keyof LikeMetrics, number | null>> {
  @Field(() => Float, { nullable: true, description: 'Share of rows that a threshold of 0.5 puts on the right side.' })
  readonly accuracy!: number | null;

  @Field(() => Float, { nullable: true, description: 'F1 of what was liked, at a threshold of 0.5.' })
  readonly f1!: number | null;

  @Field(() => Float, { nullable: true, description: 'Area under the ROC curve over all rows.' })
  readonly rocAuc!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean of each person’s own area under the ROC curve.' })
  readonly personAuc!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean average precision at 3, over people with more than 3 rows.' })
  readonly mapAt3!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean average precision at 10, over people with more than 10 rows.' })
  readonly mapAt10!: number | null;

  @Field(() => Float, { nullable: true, description: 'Root of the mean squared error of chances against 0 and 1.' })
  readonly rmse!: number | null;
}

@ObjectType('LikeEvaluation', {
  description: 'Ways to guess likes beside each other: learned from the first four fifths of what each person judged, asked for the last.',
})
export class LikeEvaluationType implements LikeEvaluation {
  @Field(() => Int, { description: 'Judgments that were learned from.' })
  readonly learned!: number;

  @Field(() => Int, { description: 'Judgments that were asked for.' })
  readonly asked!: number;

  @Field(() => LikeMetricsType, { description: 'The classifier, which `likeliness` answers by.' })
  readonly classifier!: LikeMetrics;

  @Field(() => LikeMetricsType, { description: 'The pairwise ranker, grouped by person.' })
  readonly ranker!: LikeMetrics;

  @Field(() => LikeMetricsType, { description: 'The ranker that hears the classifier’s chances.' })
  readonly combined!: LikeMetrics;

  @Field(() => LikeMetricsType, { description: 'A baseline: everybody likes everything.' })
  readonly majority!: LikeMetrics;

  @Field(() => LikeMetricsType, { description: 'A baseline: what more people judged stands first.' })
  readonly popularity!: LikeMetrics;
}

@ObjectType('LikeModel', { description: 'What was learned of who likes what, of one kind of title.' })
export class LikeModelType implements LikeModelRow {
  @Field(() => TitleKind, { description: 'The kind.' })
  readonly kind!: TitleKind;

  @Field(() => LikeModelState, { description: 'Whether anything was learned.' })
  readonly state!: LikeModelState;

  @Field(() => Float, { description: 'Likes of titles of the kind when a training last counted them.' })
  readonly likes!: number;

  @Field(() => String, { description: 'Why it stands there, in one sentence.' })
  readonly why!: string;

  @Field(() => LikeEvaluationType, { nullable: true, description: 'How good it is, beside baselines; null where nothing was learned.' })
  readonly metrics!: LikeEvaluation | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was trained; null where nothing was learned.' })
  readonly trainedAt!: Date | null;
}

@ObjectType('Likeliness', { description: 'How likely a person likes a title.' })
export class LikelinessType implements Likeliness {
  readonly titleId!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; null where nothing was learned of titles of this kind.' })
  readonly probability!: number | null;

  @Field(() => LikeModelState, { description: 'Where the model of likes of its kind stands.' })
  readonly state!: LikeModelState;
}
