import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TitleKind, TitleState } from '../core/title';
import { Payload } from './error';
import { AvailabilityType, CreditType, ExternalIdType, TagType, TitleType } from './title';

@InputType({ description: 'A title to be made, or changed when `id` is given; fields left out keep their value.' })
export class SaveTitleInput {
  @Field(() => ID, { nullable: true, description: 'The title to change; none: a new one.' })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version it was read at; needed for a change.' })
  readonly version?: number | null;

  @Field(() => TitleKind, { nullable: true, description: 'What it is; needed for a new one.' })
  readonly kind?: TitleKind | null;

  @Field(() => String, { nullable: true, description: 'Its name, 1 to 500 characters; needed for a new one.' })
  readonly name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of release.' })
  readonly year?: number | null;

  @Field(() => String, { nullable: true, description: 'A few sentences about it.' })
  readonly description?: string | null;

  @Field(() => [String], { nullable: true, description: 'Its genres.' })
  readonly genres?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Its shelf.' })
  readonly category?: string | null;

  @Field(() => String, { nullable: true, description: 'Its age certificate.' })
  readonly certificate?: string | null;

  @Field(() => Int, { nullable: true, description: 'Playing time in seconds.' })
  readonly seconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'Length in pages.' })
  readonly pages?: number | null;

  @Field(() => ID, { nullable: true, description: 'The show, for an episode.' })
  readonly parentId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Season, for an episode.' })
  readonly season?: number | null;

  @Field(() => Int, { nullable: true, description: 'Number within the season, for an episode.' })
  readonly number?: number | null;

  @Field(() => [AvailabilityType], { nullable: true, description: 'When and where it may be shown.' })
  readonly availability?: AvailabilityType[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A picture that was uploaded for POSTER: PNG, JPEG, WebP or AVIF, at most 5 MB, 16 to 8,000 pixels a side; null: the drawn one.',
  })
  readonly posterUploadId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where its media can be played: an http(s) address.' })
  readonly mediaUrl?: string | null;

  @Field(() => TitleState, { nullable: true, description: 'LISTED or HIDDEN.' })
  readonly state?: TitleState | null;

  @Field(() => [ExternalIdType], { nullable: true, description: 'Its names elsewhere; replaces all.' })
  readonly externalIds?: ExternalIdType[] | null;

  @Field(() => [TagType], { nullable: true, description: 'Its tags; replaces all.' })
  readonly tags?: TagType[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Its other names, as in other languages, at most 100 of 1 to 500 characters; replaces all.',
  })
  readonly aliases?: string[] | null;

  @Field(() => [CreditType], { nullable: true, description: 'Its credits; replaces all.' })
  readonly credits?: CreditType[] | null;
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SaveTitlePayload extends Payload {
  @Field(() => TitleType, { nullable: true, description: 'The title as it is now; on CONFLICT the row that is newer than yours.' })
  readonly title: TitleType | null;
}

@ObjectType({ description: 'What became of a removal.', simpleResolvers: true })
export class RemoveTitlesPayload extends Payload {
  @Field(() => Int, { description: 'How many titles were taken out.' })
  readonly removed: number;
}

@ObjectType({ description: 'What became of a merge, or of its undoing.', simpleResolvers: true })
export class MergeTitlesPayload extends Payload {
  @Field(() => TitleType, { nullable: true, description: 'The title that stands for both; when undone, the one that stands alone again.' })
  readonly title: TitleType | null;
}
