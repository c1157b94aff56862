import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CauseKind } from '../core/notice';
import { EngineName, ReasonCode } from '../core/recommendation';
import { connectionOf } from './page';
import { TitleListFilter } from './title';

@InputType({ description: 'For whom a list is, and what it may hold. Fields left out take the placement’s value, then the default.' })
export class RecommendationsInput extends TitleListFilter {
  @Field(() => String, { nullable: true, description: 'A placement by name, for example home; see `placements`.' })
  readonly placement?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For whom, by our id or an external one; only for callers who may name others. None: the viewer.',
  })
  readonly userId?: string | null;

  @Field(() => Int, { nullable: true, description: 'At most so many of each kind, 1 or more.' })
  readonly perKind?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A mood by its id; see `moods`. The list holds titles that fit it; where none does, it is made without, and says FALLBACK. With a mood or a time, and without kinds or perKind, it holds the best three of each kind.',
  })
  readonly mood?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The time that there is, in seconds, up to a week: a hard limit on a film, a clip, a track, the next episode of a show, or a page of a book; an unknown length never fits. `fit` says what does.',
  })
  readonly availableSeconds?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Leave out what the person has watched, rated or judged. Default: true.' })
  readonly excludeSeen?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Leave out what was shown to the person in the last 30 days. Default: false.' })
  readonly excludeServed?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Leave out these titles.' })
  readonly excludeTitleIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Answer as if the person had never met these titles.' })
  readonly withoutHistoryOf?: string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much the list avoids titles that are like each other: 0, the default, not at all; 1, whatever they score.',
  })
  readonly diversity?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of places, 0 to 1, for new titles, which few people met so far; they have EXPLORATION as a reason. Default: 0.1; 0: none.',
  })
  readonly explorationShare?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Makes whatever is random repeatable; without one it changes from person to person and from day to day.',
  })
  readonly seed?: number | null;

  @Field(() => EngineName, {
    nullable: true,
    description: 'The engine to ask, in place of the placement’s; where it has no answer in time, LOCAL has, and says FALLBACK.',
  })
  readonly engine?: EngineName | null;
}

@InputType({ description: 'Titles to be put in the order in which a person will like them.' })
export class RerankInput {
  @Field(() => ID, { nullable: true, description: 'For whom; none: the viewer.' })
  readonly userId?: string | null;

  @Field(() => [ID], { description: 'The titles, at most 500; each comes back once.' })
  readonly titleIds: string[];

  @Field(() => String, { nullable: true, description: 'A placement by name: its engine puts them in order; see `placements`.' })
  readonly placement?: string | null;

  @Field(() => EngineName, {
    nullable: true,
    description: 'The engine to ask, in place of the placement’s; where it has no answer in time, LOCAL has, and says FALLBACK.',
  })
  readonly engine?: EngineName | null;
}

/** A field with a resolver of its own is declared there; these are the columns. */
@ObjectType('Reason', { description: 'Why a title stands in a list.' })
export class ReasonType {
  @Field(() => ReasonCode, { description: 'The kind of reason.', simple: true })
  readonly code: ReasonCode;

  @Field(() => Float, { nullable: true, description: 'This reason’s part of the score.', simple: true })
  readonly contribution: number | null;
}

@ObjectType('Fit', { description: 'What of a title fits into the free time.' })
export class FitType {
  @Field(() => Int, { description: 'So long it takes.', simple: true })
  readonly seconds: number;

  @Field(() => Int, {
    nullable: true,
    description: 'So many pages of a book, at 250 words a page and 240 words a minute; null for other kinds.',
    simple: true,
  })
  readonly pages: number | null;
}

@ObjectType('Recommendation', { description: 'One place of a list.' })
export class RecommendationType {
  @Field(() => Int, { description: 'Its place, from 1.', simple: true })
  readonly rank: number;

  @Field(() => Float, { nullable: true, description: 'Comparable within this list only.', simple: true })
  readonly score: number | null;

  @Field(() => [ReasonType], { description: 'Why it is here, strongest first.', simple: true })
  readonly reasons: readonly ReasonType[];

  @Field(() => FitType, {
    nullable: true,
    description: 'What of it fits into `availableSeconds`; null where no time was told.',
    simple: true,
  })
  readonly fit: FitType | null;
}

export const RecommendationConnection = connectionOf('Recommendation', RecommendationType);

@ObjectType('Cause', { description: 'Why a list was sent.' })
export class CauseType {
  @Field(() => CauseKind, { description: 'The kind of change.', simple: true })
  readonly kind: CauseKind;

  @Field(() => ID, { nullable: true, description: 'The event that changed it.', simple: true })
  readonly eventId: string | null;
}

@ObjectType('RecommendationList', { description: 'A ranked list for one person.' })
export class RecommendationListType {
  @Field(() => ID, {
    description: 'The same for every list of this person, placement and input, so that a cache sees a push as an update.',
    simple: true,
  })
  readonly id: string;

  @Field(() => ID, { description: 'Names this answer; send it with the events that follow from it.', simple: true })
  readonly recommendationId: string;

  @Field(() => Int, { description: 'The person’s version that it was computed from; drop a list older than one you have.', simple: true })
  readonly version: number;

  @Field(() => CauseType, { description: 'Why it was sent.', simple: true })
  readonly cause: CauseType;

  @Field(() => GraphQLDateTime, { description: 'When it was computed.', simple: true })
  readonly servedAt: Date;

  @Field(() => EngineName, { description: 'What computed it.', simple: true })
  readonly engine: EngineName;
}
