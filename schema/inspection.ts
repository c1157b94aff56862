import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListFilterName, RankedBy, ScorePartKind } from '../core/inspection';
import { named } from './enums';
import { ReasonType, RecommendationsInput } from './recommendation';

named(ScorePartKind, 'ScorePartKind', 'What a part of a score comes from.', {
  PAST_TITLE: 'A title of the past that speaks for it (Hu, Koren, Volinsky 2008, section 5).',
  TOLD_GENRES: 'Genres that the person said they like.',
  LIKED_GENRE: 'A genre that the person told or showed to like, where no model ranks.',
  POPULARITY: 'That many people like it, where no model ranks.',
  MOOD: 'How well it fits the mood that was asked for.',
});
named(RankedBy, 'RankedBy', 'What placed a title: whatever stands earlier here stands before the rest.', {
  MODEL: 'The model, from the past and the genres told.',
  GENRES: 'Liked genres and popularity.',
  POPULARITY: 'Popularity alone.',
  NOTHING: 'Nothing is known of it.',
});
named(ListFilterName, 'ListFilterName', 'What takes titles out of a list, in the order in which it is asked.', {
  HIDDEN: 'It is hidden, removed or blocked.',
  KIND: 'Another kind is asked for.',
  GENRE: 'Another genre is asked for.',
  LENGTH: 'It is too long, or its length is unknown.',
  YEAR: 'Its year is outside, or unknown.',
  CERTIFICATE: 'Its certificate is above the bound, or unknown.',
  LANGUAGE: 'It is in another language.',
  TIME: 'Nothing of it fits into the free time, or its length is unknown.',
  UNAVAILABLE: 'It is not available in the region, or not now.',
  DISLIKED: 'The person dislikes it.',
  SEEN: 'The person knows it.',
  EXCLUDED: 'The request leaves it out.',
  SERVED: 'It was shown to the person in the last 30 days.',
  MOOD: 'It does not fit the mood.',
  PER_KIND: 'Enough others of its kind stand before it.',
  TOO_LOW: '500 others stand before it.',
});

@InputType({ description: 'Which list to take apart: a person’s, or that of somebody who likes the titles given.' })
export class InspectInput {
  @Field(() => ID, { nullable: true, description: 'The person, by our id or an external one. None: `titleIds` are the past.' })
  readonly userId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'A pretended past: titles that somebody likes, at most 100.' })
  readonly titleIds?: string[] | null;

  @Field(() => RecommendationsInput, {
    nullable: true,
    description: 'What the list may hold, as a front end would ask; its userId is not read.',
  })
  readonly list?: RecommendationsInput | null;

  @Field(() => ID, { nullable: true, description: 'The model that ranks. None: the live one.' })
  readonly modelId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'As if these titles were not in the past.' })
  readonly withoutHistoryOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Titles to be told of wherever they stand, at most 20: why is it not in the list?' })
  readonly about?: string[] | null;

  @Field(() => Int, { defaultValue: 20, description: 'How many places are taken apart, 1 to 100.' })
  readonly first: number;
}

@ObjectType('ScorePart', { description: 'One part of a score; all parts of a title add up to it.' })
export class ScorePartType {
  @Field(() => ScorePartKind, { description: 'What it comes from.', simple: true })
  readonly kind: ScorePartKind;

  @Field(() => String, { nullable: true, description: 'The genre that it comes from.', simple: true })
  readonly genre: string | null;

  @Field(() => Int, { description: 'How many titles of the past it adds up.', simple: true })
  readonly titles: number;

  @Field(() => Float, { description: 'What it adds; under 0: it takes away.', simple: true })
  readonly value: number;
}

@ObjectType('Variety', {
  description: 'How a more varied order weighed a title: gain = (1 - diversity) x relevance - diversity x likeness.',
})
export class VarietyType {
  @Field(() => Float, { description: 'How well it fits beside those it was compared with, 0 to 1.', simple: true })
  readonly relevance: number;

  @Field(() => Float, { description: 'How alike it is to the most alike of those before it, -1 to 1.', simple: true })
  readonly likeness: number;

  @Field(() => Float, { description: 'What decided its place.', simple: true })
  readonly gain: number;
}

@ObjectType('InspectedTitle', { description: 'One place of a list, taken apart.' })
export class InspectedTitleType {
  @Field(() => Int, { description: 'Its place, from 1.', simple: true })
  readonly rank: number;

  @Field(() => RankedBy, { description: 'What placed it.', simple: true })
  readonly rankedBy: RankedBy;

  @Field(() => Float, { description: 'The sum of its parts; comparable among titles that the same thing placed.', simple: true })
  readonly score: number;

  @Field(() => Int, { description: 'Its place by score alone, among all that pass the filters.', simple: true })
  readonly scoreRank: number;

  @Field(() => [ReasonType], { description: 'The reasons that a front end gets, strongest first.', simple: true })
  readonly reasons: readonly ReasonType[];

  @Field(() => Boolean, { description: 'Whether it stands here by chance, to be learned about.', simple: true })
  readonly explored: boolean;

  @Field(() => Float, { description: 'The chance with which it came to this place; 1 without chance.', simple: true })
  readonly propensity: number;

  @Field(() => VarietyType, {
    nullable: true,
    description: 'How a more varied order weighed it; null where none was asked for.',
    simple: true,
  })
  readonly variety: VarietyType | null;
}

@ObjectType('TitleVerdict', { description: 'Where a title stands in a list, or what keeps it out.' })
export class TitleVerdictType {
  @Field(() => Int, { nullable: true, description: 'Its place in the list; null when it is not in it.', simple: true })
  readonly rank: number | null;

  @Field(() => ListFilterName, {
    nullable: true,
    description: 'The first filter that takes it out; null when it is in the list.',
    simple: true,
  })
  readonly filter: ListFilterName | null;

  @Field(() => RankedBy, { description: 'What places it, or would.', simple: true })
  readonly rankedBy: RankedBy;

  @Field(() => Float, { description: 'The score it has, or would have.', simple: true })
  readonly score: number;

  @Field(() => Int, { description: 'Its place by score alone, as it is or would be.', simple: true })
  readonly scoreRank: number;
}

@ObjectType('ReadTitle', { description: 'A title of the past, as the engine reads it; an episode speaks for its show.' })
export class ReadTitleType {
  @Field(() => Boolean, { description: 'Whether it counts as liked.', simple: true })
  readonly liked: boolean;

  @Field(() => Float, { description: 'How sure that is, above 0.', simple: true })
  readonly weight: number;

  @Field(() => Boolean, { description: 'Whether the model knows it; it says nothing to a model that does not.', simple: true })
  readonly known: boolean;
}

@ObjectType('FilteredOut', {
  description: 'How many titles a filter took out; each title is counted once, by the first that did.',
  simpleResolvers: true,
})
export class FilteredOutType {
  @Field(() => ListFilterName, { description: 'The filter.' })
  readonly filter: ListFilterName;

  @Field(() => Int, { description: 'Titles that it took out.' })
  readonly titles: number;
}

@ObjectType('Inspection', { description: 'A list taken apart. Nothing of it counts as shown.' })
export class InspectionType {
  @Field(() => Int, { description: 'The person’s version that it was computed from; 0 for nobody.', simple: true })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it was computed.', simple: true })
  readonly inspectedAt: Date;

  @Field(() => [InspectedTitleType], { description: 'The first places.', simple: true })
  readonly items: readonly InspectedTitleType[];

  @Field(() => Int, { description: 'How many places the whole list has, at most 500.', simple: true })
  readonly length: number;

  @Field(() => Int, { description: 'Titles that lists may be made of, before any filter.', simple: true })
  readonly catalogue: number;

  @Field(() => [FilteredOutType], { description: 'What took titles out, in the order in which it is asked.', simple: true })
  readonly filteredOut: readonly FilteredOutType[];

  @Field(() => [TitleVerdictType], { description: 'The titles that were asked about.', simple: true })
  readonly about: readonly TitleVerdictType[];
}

@ObjectType('ListMove', { description: 'Where a title stands in one list and in the other.' })
export class ListMoveType {
  @Field(() => Int, { nullable: true, description: 'Its place in the list it was compared with; null: not in it.', simple: true })
  readonly from: number | null;

  @Field(() => Int, { nullable: true, description: 'Its place in this other list; null: not in it.', simple: true })
  readonly to: number | null;
}

@ObjectType('ListComparison', { description: 'The same list under another model, or without a part of the past, beside this one.' })
export class ListComparisonType {
  @Field(() => InspectionType, { description: 'The other list.', simple: true })
  readonly inspection: InspectionType;

  @Field(() => Int, { description: 'How many places were compared.', simple: true })
  readonly places: number;

  @Field(() => Float, { description: 'The share of titles that stand in both, 0 to 1.', simple: true })
  readonly overlap: number;

  @Field(() => [ListMoveType], { description: 'The titles of the other list in its order, then those that left.', simple: true })
  readonly moves: readonly ListMoveType[];
}
