import { Field, ObjectType } from 'type-graphql';
import { Difference } from '../core/model-comparison';
import { ModelType } from './model';
import { MeasuredType } from './model-report';

@ObjectType('ComparedMetric', { description: 'One metric of two models.', simpleResolvers: true })
export class ComparedMetricType {
  @Field(() => String, { description: 'Which metric.' })
  readonly name: string;

  @Field(() => MeasuredType, { description: 'Of the first model.' })
  readonly first: MeasuredType;

  @Field(() => MeasuredType, { description: 'Of the second model.' })
  readonly second: MeasuredType;

  @Field(() => Difference, { description: 'What the intervals say.' })
  readonly difference: Difference;
}

@ObjectType('ComparedSetting', { description: 'A setting in which two models differ.', simpleResolvers: true })
export class ComparedSettingType {
  @Field(() => String, { description: 'Which setting.' })
  readonly name: string;

  @Field(() => String, { description: 'Of the first model.' })
  readonly first: string;

  @Field(() => String, { description: 'Of the second model.' })
  readonly second: string;
}

@ObjectType('ModelComparison', { description: 'Two models side by side.', simpleResolvers: true })
export class ModelComparisonType {
  @Field(() => ModelType, { description: 'The first model.' })
  readonly first: ModelType;

  @Field(() => ModelType, { description: 'The second model.' })
  readonly second: ModelType;

  @Field(() => [ComparedMetricType], { description: 'Metric by metric; empty where one was not measured.' })
  readonly metrics: readonly ComparedMetricType[];

  @Field(() => [ComparedSettingType], { description: 'The settings that differ.' })
  readonly settings: readonly ComparedSettingType[];

  @Field(() => [String], { description: 'Why the metrics must not be laid side by side without a thought.' })
  readonly warnings: readonly string[];
}
