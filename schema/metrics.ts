import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { EventType } from '../core/event';
import type { Quantiles } from '../core/latency';
import type {
  Metrics,
  MetricsByKind,
  MetricsByModel,
  MetricsByPlacement,
  MetricsByType,
  MetricsNumbers,
  MetricsPoint,
  ServedNumbers,
} from '../core/metrics';
import { MetricsBucket, MetricsPeriod } from '../core/metrics-window';
import { TitleKind } from '../core/title';
import { AlertType } from './attention';
import { LiveNumbersType } from './live-numbers';

@InputType('MetricsInput', { description: 'Which numbers; docs/metrics.md says what each counts.' })
export class MetricsInputType {
  @Field(() => MetricsPeriod, { defaultValue: MetricsPeriod.DAY, description: 'How much of the past.' })
  readonly period: MetricsPeriod;

  @Field(() => String, { defaultValue: 'UTC', description: 'Time zone of hours and days, by its IANA name, for example Europe/Berlin.' })
  readonly timeZone: string;

  @Field(() => TitleKind, { nullable: true, description: 'Only titles of this kind; SHOW includes episodes.' })
  readonly kind?: TitleKind | null;

  @Field(() => String, { nullable: true, description: 'Only what this placement served; events and people are of all.' })
  readonly placement?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this model ranked; events and people are of all.' })
  readonly modelId?: string | null;
}

@ObjectType('Quantiles', { description: 'How long answers took, in milliseconds, within 9 %.', simpleResolvers: true })
export class QuantilesType implements Quantiles {
  @Field(() => Float, { description: 'Half were faster.' })
  readonly p50: number;

  @Field(() => Float, { description: '95 of 100 were faster.' })
  readonly p95: number;

  @Field(() => Float, { description: '99 of 100 were faster.' })
  readonly p99: number;
}

@ObjectType('ServedNumbers', { description: 'What lists showed, and what came of it.', simpleResolvers: true })
export class ServedNumbersType implements ServedNumbers {
  @Field(() => Float, { description: 'Lists that were answered.' })
  readonly lists: number;

  @Field(() => Float, { description: 'Titles in those lists.' })
  readonly titlesServed: number;

  @Field(() => Float, { description: 'Titles of lists that were really seen: half in view for a second, or opened or played at once.' })
  readonly impressions: number;

  @Field(() => Float, { description: 'Of those, how many were opened.' })
  readonly clicked: number;

  @Field(() => Float, { description: 'Of those, how many were watched by half at least.' })
  readonly watched: number;

  @Field(() => Float, { nullable: true, description: 'clicked / impressions; null without impressions.' })
  readonly clickThrough: number | null;

  @Field(() => Float, { nullable: true, description: 'watched / impressions; null without impressions.' })
  readonly watchThrough: number | null;
}

@ObjectType('MetricsNumbers', { description: 'The numbers of a stretch of time.', simpleResolvers: true })
export class MetricsNumbersType extends ServedNumbersType implements MetricsNumbers {
  @Field(() => Float, { description: 'Events that happened then.' })
  readonly events: number;

  @Field(() => Float, {
    description: 'Different people who did anything but see titles: exact up to 4,096, and 512 in a quarter of an hour; else within 2.3 %.',
  })
  readonly activePeople: number;

  @Field(() => Float, { description: 'Hours of playing, repeats included.' })
  readonly hoursWatched: number;

  @Field(() => Float, { description: 'Different titles that were served; as exact as people are.' })
  readonly distinctTitles: number;

  @Field(() => Float, { nullable: true, description: 'distinctTitles / titles of the catalogue that may be listed; null of an empty one.' })
  readonly coverage: number | null;

  @Field(() => QuantilesType, { nullable: true, description: 'Time of `recommendations` over HTTP; null where nobody asked.' })
  readonly recommendationMs: QuantilesType | null;

  @Field(() => QuantilesType, { nullable: true, description: 'Time of every answer over HTTP; null where nobody asked.' })
  readonly httpMs: QuantilesType | null;

  @Field(() => Float, { nullable: true, description: 'The most sockets that one server had open; null where none told.' })
  readonly sockets: number | null;
}

@ObjectType('MetricsPoint', { description: 'One hour or day of a chart.', simpleResolvers: true })
export class MetricsPointType implements MetricsPoint {
  @Field(() => GraphQLDateTime, { description: 'When it begins.' })
  readonly at: Date;

  @Field(() => MetricsNumbersType, { description: 'Its numbers.' })
  readonly now: MetricsNumbersType;

  @Field(() => MetricsNumbersType, { description: 'Those of the same hour or day before.' })
  readonly before: MetricsNumbersType;
}

@ObjectType('MetricsByType', { description: 'Events of one type.', simpleResolvers: true })
export class MetricsByTypeType implements MetricsByType {
  @Field(() => EventType, { description: 'What happened.' })
  readonly type: EventType;

  @Field(() => Float, { description: 'How often.' })
  readonly events: number;

  @Field(() => Float, { description: 'How often before.' })
  readonly eventsBefore: number;
}

@ObjectType()
abstract class Compared {
  @Field(() => ServedNumbersType, { description: 'What was served.' })
  readonly served: ServedNumbersType;

  @Field(() => ServedNumbersType, { description: 'What was served before.' })
  readonly servedBefore: ServedNumbersType;
}

@ObjectType('MetricsByKind', { description: 'Titles of one kind.', simpleResolvers: true })
export class MetricsByKindType extends Compared implements MetricsByKind {
  @Field(() => TitleKind, { description: 'The kind.' })
  readonly kind: TitleKind;

  @Field(() => Float, { description: 'Events with such titles.' })
  readonly events: number;

  @Field(() => Float, { description: 'Events before.' })
  readonly eventsBefore: number;

  @Field(() => Float, { description: 'Hours of playing.' })
  readonly hoursWatched: number;
}

@ObjectType('MetricsByPlacement', { description: 'Lists of one placement.', simpleResolvers: true })
export class MetricsByPlacementType extends Compared implements MetricsByPlacement {
  @Field(() => String, { nullable: true, description: 'Its name; null: lists that named none.' })
  readonly placement: string | null;
}

@ObjectType('MetricsByModel', { description: 'Lists of one model.', simpleResolvers: true })
export class MetricsByModelType extends Compared implements MetricsByModel {
  @Field(() => ID, { nullable: true, description: 'Its id; null: lists that no model ranked.' })
  readonly modelId: number | null;

  @Field(() => String, { description: 'The engine that computed the lists.' })
  readonly engine: string;
}

@ObjectType('Metrics', { description: 'What the dashboard shows; docs/metrics.md says what each number counts.', simpleResolvers: true })
export class MetricsType implements Metrics {
  @Field(() => MetricsPeriod, { description: 'How much of the past.' })
  readonly period: MetricsPeriod;

  @Field(() => String, { description: 'Time zone of hours and days.' })
  readonly timeZone: string;

  @Field(() => MetricsBucket, { description: 'What a point of `series` stands for.' })
  readonly bucket: MetricsBucket;

  @Field(() => GraphQLDateTime, { description: 'Beginning of `now`.' })
  readonly from: Date;

  @Field(() => GraphQLDateTime, { description: 'End of `now`: of the quarter of an hour that runs.' })
  readonly until: Date;

  @Field(() => GraphQLDateTime, { description: 'Beginning of `before`.' })
  readonly beforeFrom: Date;

  @Field(() => GraphQLDateTime, { description: 'End of `before`: the same weekday and time of day, to a quarter of an hour.' })
  readonly beforeUntil: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Up to when events and lists are counted; null: not yet.' })
  readonly countedUntil: Date | null;

  @Field(() => MetricsNumbersType, { description: 'The numbers of the period.' })
  readonly now: MetricsNumbersType;

  @Field(() => MetricsNumbersType, { description: 'Those of the same time a week before; of a month, five weeks before.' })
  readonly before: MetricsNumbersType;

  @Field(() => [MetricsPointType], { description: 'Hour by hour or day by day.' })
  readonly series: readonly MetricsPointType[];

  @Field(() => [MetricsByTypeType], { description: 'Events by type, the most frequent first.' })
  readonly byType: readonly MetricsByTypeType[];

  @Field(() => [MetricsByKindType], { description: 'By kind of title.' })
  readonly byKind: readonly MetricsByKindType[];

  @Field(() => [MetricsByPlacementType], { description: 'By placement.' })
  readonly byPlacement: readonly MetricsByPlacementType[];

  @Field(() => [MetricsByModelType], { description: 'By model.' })
  readonly byModel: readonly MetricsByModelType[];

  @Field(() => LiveNumbersType, { description: 'What is so at this moment.' })
  readonly live: LiveNumbersType;

  @Field(() => [AlertType], { description: 'What needs an operator, the most urgent first.' })
  readonly needsAttention: readonly AlertType[];
}
