import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { GenreCount } from '../core/genre-counts';
import type { SharedFacts } from '../core/shared-facts';
import { type Availability, type Credit, CreditRole, type ExternalId, type Tag, type Title, TitleKind, TitleState } from '../core/title';
import { TitleGap, type TitleSort, TitleSortBy } from '../core/title-filter';
import { connectionOf } from './page';

@ObjectType('ExternalId', { description: 'The name of a title in another catalogue.', simpleResolvers: true })
@InputType('ExternalIdInput', { description: 'The name of a title in another catalogue.' })
export class ExternalIdType implements ExternalId {
  @Field(() => String, { description: 'The catalogue, in lower case: imdb, tmdb, movielens, goodreads, spotify.' })
  readonly source: string;

  @Field(() => String, { description: 'Its id there, for example tt0111161.' })
  readonly value: string;
}

@ObjectType('Tag', { description: 'A word that describes a title.', simpleResolvers: true })
@InputType('TagInput', { description: 'A word that describes a title.' })
export class TagType implements Tag {
  @Field(() => String, { description: 'The word or phrase.' })
  readonly tag: string;

  @Field(() => Float, { description: 'How well it fits, 0 to 1.' })
  readonly relevance: number;
}

@ObjectType('Credit', { description: 'Who did what for a title.', simpleResolvers: true })
@InputType('CreditInput', { description: 'Who did what for a title.' })
export class CreditType implements Credit {
  @Field(() => CreditRole, { description: 'What they did.' })
  readonly role: CreditRole;

  @Field(() => String, { description: 'Their name.' })
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'The part, for actors.' })
  readonly character: string | null;

  @Field(() => Int, { description: 'Order of billing within the role, from 0.' })
  readonly position: number;
}

@ObjectType('Availability', { description: 'A window in which a title may be shown.', simpleResolvers: true })
@InputType('AvailabilityInput', { description: 'A window in which a title may be shown.' })
export class AvailabilityType implements Availability {
  @Field(() => String, { nullable: true, description: 'Region code, for example FI; null: everywhere.' })
  readonly region: string | null;

  @Field(() => String, { nullable: true, description: 'ISO-8601 time from which; null: always was.' })
  readonly from: string | null;

  @Field(() => String, { nullable: true, description: 'ISO-8601 time until which; null: no end.' })
  readonly until: string | null;
}

@ObjectType('Title', { description: 'Something to watch, read or play.', simpleResolvers: true })
export class TitleType implements Partial<Title> {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => TitleKind, { description: 'What it is.' })
  readonly kind: TitleKind;

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => Int, { nullable: true, description: 'Year of release; negative before our era.' })
  readonly year: number | null;

  @Field(() => String, { nullable: true, description: 'A few sentences about it.' })
  readonly description: string | null;

  @Field(() => [String], { description: 'Its genres.' })
  readonly genres: readonly string[];

  @Field(() => String, { nullable: true, description: 'The shelf it stands on; what `sideList` goes by.' })
  readonly category: string | null;

  @Field(() => String, { nullable: true, description: 'Age certificate, for example PG-13.' })
  readonly certificate: string | null;

  @Field(() => Int, { nullable: true, description: 'Playing time in seconds.' })
  readonly seconds: number | null;

  @Field(() => Int, { nullable: true, description: 'Length in pages.' })
  readonly pages: number | null;

  @Field(() => Int, { nullable: true, description: 'Season, for an episode.' })
  readonly season: number | null;

  @Field(() => Int, { nullable: true, description: 'Number within the season, for an episode.' })
  readonly number: number | null;

  @Field(() => [AvailabilityType], { description: 'When and where it may be shown; empty: always and everywhere.' })
  readonly availability: readonly Availability[];

  @Field(() => String, { nullable: true, description: 'Where its media can be played.' })
  readonly mediaUrl: string | null;

  @Field(() => TitleState, { description: 'Where it may appear.' })
  readonly state: TitleState;

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.' })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  readonly updatedAt: Date;
}

@ObjectType('SimilarTitle', { description: 'A title that resembles another.', simpleResolvers: true })
export class SimilarTitleType {
  @Field(() => TitleType, { description: 'The title.' })
  readonly title: TitleType;

  @Field(() => Float, { nullable: true, description: 'How near it is: comparable within this list only.' })
  readonly score: number | null;
}

@ObjectType('SharedFacts', { description: 'What two titles have in common.', simpleResolvers: true })
export class SharedFactsType implements SharedFacts {
  @Field(() => [String], { description: 'Genres of both.' })
  readonly genres: readonly string[];

  @Field(() => [String], { description: 'Words that describe both, at most 5, the most fitting first.' })
  readonly tags: readonly string[];

  @Field(() => [String], { description: 'People who made or played in both.' })
  readonly people: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many people liked both, of at most 500 who liked the one; null where fewer than five did.',
  })
  readonly audience: number | null;
}

@ObjectType('GenreCount', { description: 'How many titles of a kind have a genre.', simpleResolvers: true })
export class GenreCountType implements GenreCount {
  @Field(() => TitleKind, { description: 'Of which kind of title.' })
  readonly kind: TitleKind;

  @Field(() => String, { description: 'The genre, as the catalogue names it.' })
  readonly genre: string;

  @Field(() => Int, { description: 'How many titles that lists may hold have it.' })
  readonly titles: number;
}

export const TitleConnection = connectionOf('Title', TitleType);

@InputType({ description: 'Which titles; every field that is given must hold.' })
export class TitleFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name; typing errors are forgiven, and the last word may be unfinished.',
  })
  readonly search?: string | null;

  @Field(() => [TitleKind], { nullable: true, description: 'One of these kinds.' })
  readonly kinds?: TitleKind[] | null;

  @Field(() => [String], { nullable: true, description: 'At least one of these genres.' })
  readonly genres?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'This year or later.' })
  readonly yearFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'This year or earlier.' })
  readonly yearTo?: number | null;

  @Field(() => String, { nullable: true, description: 'On this shelf.' })
  readonly category?: string | null;

  @Field(() => String, { nullable: true, description: 'With this certificate.' })
  readonly certificate?: string | null;

  @Field(() => [TitleState], {
    nullable: true,
    description: 'In one of these states; others than LISTED are for operators and for keys that may change the catalogue.',
  })
  readonly states?: TitleState[] | null;

  @Field(() => ID, { nullable: true, description: 'Episodes of this show.' })
  readonly parentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'One of these titles, at most 1,000, by our id.' })
  readonly ids?: string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Changed after this time.' })
  readonly updatedAfter?: Date | null;

  @Field(() => [TitleGap], { nullable: true, description: 'Lacking all of these; for whoever may see every title.' })
  readonly missing?: TitleGap[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: may be shown somewhere now; false: nowhere now. For whoever may see every title.',
  })
  readonly availableNow?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Known by an id of this catalogue, for example imdb; for whoever may see every title.',
  })
  readonly externalIdSource?: string | null;
}

@InputType({ description: 'Which titles a list that is the same for everybody may hold; every field that is given must hold.' })
export class TitleListFilter {
  @Field(() => [TitleKind], { nullable: true, description: 'Only these kinds.' })
  readonly kinds?: TitleKind[] | null;

  @Field(() => [String], { nullable: true, description: 'Only titles with at least one of these genres.' })
  readonly genres?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Only titles of at most this length; an unknown length never fits.' })
  readonly maxTitleSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'Only titles of this year or later.' })
  readonly yearFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Only titles of this year or earlier.' })
  readonly yearTo?: number | null;

  @Field(() => String, { nullable: true, description: 'Only titles that may be shown in this region now.' })
  readonly region?: string | null;

  @Field(() => String, { nullable: true, description: 'Only titles in this language where the language is known.' })
  readonly locale?: string | null;

  @Field(() => String, { nullable: true, description: 'Only titles with this age certificate or a milder one.' })
  readonly maxCertificate?: string | null;
}

@InputType('TitleSort', { description: 'The order of titles.' })
export class TitleSortInput implements TitleSort {
  @Field(() => TitleSortBy, { description: 'What to sort by.' })
  readonly by: TitleSortBy;

  @Field(() => Boolean, { defaultValue: false, description: 'Turn the order round; RELEVANCE stays as it is.' })
  readonly descending: boolean;
}
