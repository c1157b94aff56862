import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SceneSource } from '../core/scene/recommendation';
import type { DescribedScene } from '../core/scene/scene';
import { named } from './enums';
import { Payload } from './error';
import { CauseType } from './recommendation';

named(SceneSource, 'SceneSource', 'Where the themes of an answer come from: the first of these that leads to any title.', {
  KEYWORDS: 'Keywords that the request brought.',
  SCENE: 'The described scene at the time that was asked for.',
  MOST_WATCHED: 'The described scenes of the title that people play again most.',
  TITLE: 'The title as a whole: its genres, tags, description and scenes.',
  PAST: 'What the person had to do with last.',
});

@ObjectType('ThemeNames', { description: 'What a theme is called.', simpleResolvers: true })
export class ThemeNamesType {
  @Field(() => String, { description: 'In English.' })
  readonly en: string;

  @Field(() => String, { description: 'In Russian.' })
  readonly ru: string;
}

@ObjectType('Theme', { description: 'What a scene or a title is about, by name.' })
export class ThemeType {
  @Field(() => ID, { description: 'Its name in requests, for example under-water.', simple: true })
  readonly id: string;

  @Field(() => ThemeNamesType, { description: 'What it is called.', simple: true })
  readonly names: ThemeNamesType;

  @Field(() => [String], { description: 'What speaks for it when it is seen or said, the strongest first.' })
  readonly keywords: readonly string[];

  @Field(() => [String], { description: 'Genres that speak for it, the strongest first.' })
  readonly genres: readonly string[];
}

@ObjectType('FoundTheme', { description: 'A theme, and how surely.' })
export class FoundThemeType {
  @Field(() => ThemeType, { description: 'The theme.' })
  readonly theme: ThemeType;

  @Field(() => Float, { description: 'How much speaks for it: comparable within one answer only.', simple: true })
  readonly score: number;
}

@ObjectType('DescribedScene', { description: 'A part of a title and what is seen or said in it.' })
export class DescribedSceneType implements Partial<DescribedScene> {
  @Field(() => ID, { description: 'Our id.', simple: true })
  readonly id: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Where it begins, in seconds from the beginning of the title; null where nobody said where it is.',
    simple: true,
  })
  readonly fromSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends; null where nobody said.', simple: true })
  readonly toSeconds: number | null;

  @Field(() => [String], { description: 'What is seen or said.', simple: true })
  readonly keywords: readonly string[];
}

@InputType({ description: 'A scene of a title as it shall be.' })
export class DescribedSceneInput {
  @Field(() => ID, { nullable: true, description: 'Which of its scenes; none: a new one.' })
  readonly id?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Where it begins, in seconds from the beginning of the title; none, as `toSeconds`: it is not known.',
  })
  readonly fromSeconds?: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends: after it begins, within the title.' })
  readonly toSeconds?: number | null;

  @Field(() => [String], { description: 'What is seen or said: 1 to 40 keywords of 1 to 60 characters.' })
  readonly keywords: string[];
}

@InputType({ description: 'The described scenes of a title, whole: those that are left out are taken away.' })
export class SaveScenesInput {
  @Field(() => ID, { description: 'The title, by our id or an external one.' })
  readonly titleId: string;

  @Field(() => Int, { defaultValue: 0, description: 'The `scenesVersion` they were read at; 0 where there were none.' })
  readonly version: number;

  @Field(() => [DescribedSceneInput], { description: 'At most 200; they may overlap.' })
  readonly scenes: DescribedSceneInput[];
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SaveScenesPayload extends Payload {
  @Field(() => [DescribedSceneType], { nullable: true, description: 'The scenes as they are now; null for a title that is not there.' })
  readonly scenes: readonly DescribedSceneType[] | null;

  @Field(() => Int, { nullable: true, description: 'Their version.' })
  readonly version: number | null;
}

@InputType({ description: 'What is being watched, and by whom. Something must say it: keywords, a title, or a person’s past.' })
export class SceneRecommendationsInput {
  @Field(() => ID, { nullable: true, description: 'What is being watched; it is never in the answer.' })
  readonly titleId?: string | null;

  @Field(() => Float, { nullable: true, description: 'Where, in seconds from its beginning.' })
  readonly atSeconds?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What is seen, where you know it better: at most 40 keywords of 1 to 60 characters.',
  })
  readonly keywords?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For whom, by our id or an external one; only for callers who may name others. None: the viewer.',
  })
  readonly userId?: string | null;

  @Field(() => Int, { defaultValue: 10, description: 'How many, 1 to 50.' })
  readonly first?: number;
}

@ObjectType('SceneRecommendation', { description: 'A title that shows what is being watched.' })
export class SceneRecommendationType {
  @Field(() => Int, { description: 'In how many of the themes it is, 3 to 1; the same for all titles of an answer.', simple: true })
  readonly matched: number;
}

@ObjectType('SceneRecommendationList', { description: 'Titles by the themes of a scene, in the order of the person’s taste.' })
export class SceneRecommendationListType {
  @Field(() => ID, { description: 'The same for the same person and input, whatever it holds.', simple: true })
  readonly id: string;

  @Field(() => Int, { description: 'The person’s version; drop an answer that is older than the one you have.', simple: true })
  readonly version: number;

  @Field(() => CauseType, { description: 'Why it is sent.', simple: true })
  readonly cause: CauseType;

  @Field(() => GraphQLDateTime, { description: 'When it was made.', simple: true })
  readonly servedAt: Date;

  @Field(() => SceneSource, {
    nullable: true,
    description: 'Where the themes come from; null where nothing asked by says any.',
    simple: true,
  })
  readonly source: SceneSource | null;

  @Field(() => [FoundThemeType], {
    description: 'The themes gone by, at most three, the surest first; those that fewer than three titles are in are left out.',
    simple: true,
  })
  readonly themes: readonly FoundThemeType[];
}
