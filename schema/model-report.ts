import { Field, Float, Int, ObjectType } from 'type-graphql';
import { GateOutcome, type Measured, type ReportedMetric } from '../core/model-report';

@ObjectType('Measured', { description: 'A number with the middle 95 % of what resampling people made of it.', simpleResolvers: true })
export class MeasuredType implements Measured {
  @Field(() => Float, { description: 'The number.' })
  readonly value: number;

  @Field(() => Float, { nullable: true, description: 'Lower end; null where nobody resampled.' })
  readonly low: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end; null where nobody resampled.' })
  readonly high: number | null;
}

@ObjectType('ModelMetric', { description: 'One metric of a model beside others on the same people.', simpleResolvers: true })
export class ModelMetricType implements ReportedMetric {
  @Field(() => String, {
    description: 'ndcg@10, recall@50 and so on, coverage (share of titles in any first ten), novelty (bits), diversity (0 to 1).',
  })
  readonly name: ReportedMetric['name'];

  @Field(() => Float, { description: 'What the model reaches.' })
  readonly value: number;

  @Field(() => Float, { nullable: true, description: 'Lower end of the middle 95 %; null where nobody resampled.' })
  readonly low: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the middle 95 %; null where nobody resampled.' })
  readonly high: number | null;

  @Field(() => MeasuredType, { description: 'What listing the most popular reaches.' })
  readonly popularity: MeasuredType;

  @Field(() => MeasuredType, { description: 'What chance reaches.' })
  readonly random: MeasuredType;

  @Field(() => MeasuredType, {
    nullable: true,
    description: 'What the settings of the model reach that was live then; null: none was, or they are the same.',
  })
  readonly live: MeasuredType | null;
}

@ObjectType('SplitParameter', { description: 'A number that a split was made with.', simpleResolvers: true })
export class SplitParameterType {
  @Field(() => String, { description: 'What it is.' })
  readonly name: string;

  @Field(() => Float, { description: 'The number.' })
  readonly value: number;
}

@ObjectType('ModelSplit', {
  description: 'How interactions were divided into a part to learn from and a part to ask about.',
  simpleResolvers: true,
})
export class ModelSplitType {
  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => [SplitParameterType], { description: 'What it was made with: shares, moments, seeds.' })
  readonly parameters: readonly SplitParameterType[];

  @Field(() => [String], { description: 'What a reader should know of it.' })
  readonly warnings: readonly string[];
}

@ObjectType('SegmentMetric', { description: 'One metric of some people.', simpleResolvers: true })
export class SegmentMetricType {
  @Field(() => String, { description: 'Which metric.' })
  readonly name: string;

  @Field(() => Float, { description: 'What the model reaches.' })
  readonly value: number;

  @Field(() => Float, { description: 'What listing the most popular reaches.' })
  readonly popularity: number;
}

@ObjectType('ModelSegment', { description: 'People by how much is known of them.', simpleResolvers: true })
export class ModelSegmentType {
  @Field(() => String, { description: 'cold: under 5 things known; light: under 50; heavy: more.' })
  readonly name: string;

  @Field(() => Int, { description: 'How many people.' })
  readonly people: number;

  @Field(() => [SegmentMetricType], { description: 'Their metrics.' })
  readonly metrics: readonly SegmentMetricType[];
}

@ObjectType('ModelGate', { description: 'Whether a model may go live by itself.', simpleResolvers: true })
export class ModelGateType {
  @Field(() => GateOutcome, { description: 'What the gate said.' })
  readonly outcome: GateOutcome;

  @Field(() => String, { description: 'Why, in one sentence with the numbers.' })
  readonly text: string;
}

@ObjectType('ModelReport', { description: 'How the settings of a model rank on the part before a split.', simpleResolvers: true })
export class ModelReportType {
  @Field(() => ModelSplitType, { description: 'The split.' })
  readonly split: ModelSplitType;

  @Field(() => Int, { description: 'People measured.' })
  readonly people: number;

  @Field(() => Int, { description: 'Lists measured.' })
  readonly lists: number;

  @Field(() => Int, { description: 'Titles that were ranked.' })
  readonly titles: number;

  @Field(() => Float, { description: 'Seconds of training on the part to learn from.' })
  readonly trainedSeconds: number;

  @Field(() => [ModelMetricType], { description: 'Metric by metric; the first, ndcg@10, is what the gate goes by.' })
  readonly metrics: readonly ModelMetricType[];

  @Field(() => [ModelSegmentType], { description: 'The same, apart for people of whom little and much is known.' })
  readonly segments: readonly ModelSegmentType[];

  @Field(() => MeasuredType, { nullable: true, description: 'NDCG@10 over that of popularity; null where popularity found nothing.' })
  readonly ratioToPopularity: MeasuredType | null;

  @Field(() => ModelGateType, { description: 'What the gate said.' })
  readonly gate: ModelGateType;
}
