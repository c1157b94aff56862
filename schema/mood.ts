import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type Mood, type MoodGenre, MoodMatch, type MoodSound, type MoodTag } from '../core/mood/mood';
import type { Sound } from '../core/sound';
import { TitleKind } from '../core/title';
import { named } from './enums';
import { Payload } from './error';

/** GraphQL writes the values of an enum in capitals. */
const FACTS = { TEMPO: 'tempo', ENERGY: 'energy', VALENCE: 'valence', ACOUSTICNESS: 'acousticness' } as const;

named(MoodMatch, 'MoodMatch', 'What a mood does with how somebody feels.', {
  MATCH: 'Titles of the same feeling.',
  LIFT: 'Titles that lead to another feeling: a playlist begins with its least lively track and rises.',
});
named(FACTS, 'SoundFact', 'A fact of a track that moods go by.', {
  TEMPO: 'Beats a minute, 0 to 400.',
  ENERGY: 'How loud and fast it feels, 0 to 1.',
  VALENCE: 'How happy it sounds, 0 to 1.',
  ACOUSTICNESS: 'How sure it is that it is acoustic, 0 to 1.',
});

@ObjectType('MoodNames', { description: 'What a mood is called.', simpleResolvers: true })
@InputType('MoodNamesInput', { description: 'What a mood is called: 1 to 100 characters.' })
export class MoodNamesType {
  @Field(() => String, { description: 'In English.' })
  readonly en: string;

  @Field(() => String, { description: 'In Russian.' })
  readonly ru: string;
}

@ObjectType('MoodGenre', { description: 'How much a genre speaks for a mood.', simpleResolvers: true })
@InputType('MoodGenreInput', { description: 'How much a genre speaks for a mood.' })
export class MoodGenreType implements MoodGenre {
  @Field(() => TitleKind, { description: 'Of which kind; an episode is listed as its show.' })
  readonly kind: TitleKind;

  @Field(() => String, { description: 'The genre, without regard to case.' })
  readonly genre: string;

  @Field(() => Float, { description: '-1, against it, to 1, for it.' })
  readonly weight: number;
}

@ObjectType('MoodTag', { description: 'How much a tag speaks for a mood.', simpleResolvers: true })
@InputType('MoodTagInput', { description: 'How much a tag speaks for a mood.' })
export class MoodTagType implements MoodTag {
  @Field(() => String, { description: 'The tag, without regard to case.' })
  readonly tag: string;

  @Field(() => Float, { description: '-1, against it, to 1, for it.' })
  readonly weight: number;
}

@ObjectType('MoodSound', { description: 'Where a fact of a track should lie.', simpleResolvers: true })
@InputType('MoodSoundInput', { description: 'Where a fact of a track should lie; each fact once.' })
export class MoodSoundType implements MoodSound {
  @Field(() => FACTS, { description: 'Which fact.' })
  readonly fact: Sound;

  @Field(() => Float, { description: 'From here.' })
  readonly from: number;

  @Field(() => Float, { description: 'To here.' })
  readonly to: number;

  @Field(() => Float, { description: 'What it counts beside the other facts: above 0, up to 1.' })
  readonly weight: number;
}

@ObjectType('MoodCoverage', { description: 'What a mood reaches of the titles of a kind.', simpleResolvers: true })
export class MoodCoverageType {
  @Field(() => TitleKind, { description: 'The kind.' })
  readonly kind: TitleKind;

  @Field(() => Int, { description: 'How many titles lists may hold.' })
  readonly titles: number;

  @Field(() => Int, { description: 'Of how many something is known that moods go by: genres, sound, tags, or titles near to it.' })
  readonly scored: number;

  @Field(() => Int, { description: 'How many fit the mood.' })
  readonly fitting: number;
}

@ObjectType('Mood', { description: 'A feeling by name: what speaks for it and against it.' })
export class MoodType implements Mood {
  @Field(() => ID, { description: 'Names it in requests, for example calm.', simple: true })
  readonly id: string;

  @Field(() => MoodNamesType, { description: 'What it is called.', simple: true })
  readonly names: MoodNamesType;

  @Field(() => [String], { description: 'Other words that people say for it, in any language.', simple: true })
  readonly words: readonly string[];

  @Field(() => MoodMatch, { description: 'What it does with how somebody feels.', simple: true })
  readonly match: MoodMatch;

  @Field(() => [MoodGenreType], { description: 'Its genres.', simple: true })
  readonly genres: readonly MoodGenreType[];

  @Field(() => [MoodTagType], { description: 'Its tags.', simple: true })
  readonly tags: readonly MoodTagType[];

  @Field(() => [MoodSoundType], { description: 'How its tracks sound.', simple: true })
  readonly sound: readonly MoodSoundType[];

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.', simple: true })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.', simple: true })
  readonly updatedAt: Date;
}

@InputType({ description: 'A mood to be made or changed, whole: something must speak for it.' })
export class SaveMoodInput {
  @Field(() => ID, { description: 'Lower-case words joined by hyphens.' })
  readonly id: string;

  @Field(() => Int, { nullable: true, description: 'The version it was read at; none: it must be new.' })
  readonly version?: number | null;

  @Field(() => MoodNamesType, { description: 'What it is called.' })
  readonly names: MoodNamesType;

  @Field(() => [String], { defaultValue: [], description: 'Other words for it, at most 50.' })
  readonly words: string[];

  @Field(() => MoodMatch, { defaultValue: MoodMatch.MATCH, description: 'What it does with how somebody feels.' })
  readonly match: MoodMatch;

  @Field(() => [MoodGenreType], { defaultValue: [], description: 'Its genres, at most 500, each of a kind once.' })
  readonly genres: MoodGenreType[];

  @Field(() => [MoodTagType], { defaultValue: [], description: 'Its tags, at most 500, each once.' })
  readonly tags: MoodTagType[];

  @Field(() => [MoodSoundType], { defaultValue: [], description: 'How its tracks sound.' })
  readonly sound: MoodSoundType[];
}

@ObjectType('MoodTitle', { description: 'A title that fits a mood.' })
export class MoodTitleType {
  @Field(() => Float, { description: 'How well it fits, -1 to 1; from 0.3 on it does.', simple: true })
  readonly score: number;
}

@ObjectType('MoodPreview', { description: 'What a mood would do if it were saved.', simpleResolvers: true })
export class MoodPreviewType {
  @Field(() => [MoodCoverageType], { description: 'What it reaches of each kind.' })
  readonly coverage: readonly MoodCoverageType[];

  @Field(() => [MoodTitleType], { description: 'What somebody without a past would be shown, the best of each kind.' })
  readonly titles: readonly MoodTitleType[];
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SaveMoodPayload extends Payload {
  @Field(() => MoodType, { nullable: true, description: 'The mood as it is now.' })
  readonly mood: MoodType | null;
}

@ObjectType({ description: 'What became of a removal.', simpleResolvers: true })
export class RemoveMoodPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether it is gone.' })
  readonly removed: boolean;
}
