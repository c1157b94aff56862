import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Mood } from '../../core/mood/mood';
import { Right } from '../../core/rights';
import { type MoodCoverage, moodCoverage, removeMood, saveMood } from '../../flow/mood';
import { type MoodPreview, previewMood } from '../../flow/mood-preview';
import {
  MoodCoverageType,
  MoodPreviewType,
  MoodTitleType,
  MoodType,
  RemoveMoodPayload,
  SaveMoodInput,
  SaveMoodPayload,
} from '../../schema/mood';
import { TitleType } from '../../schema/title';
import { allMoods } from '../../store/moods';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';

@Resolver(() => MoodType)
export class MoodResolver {
  @Query(() => [MoodType], { description: 'Every mood that a list can be asked by, in the order in which to offer them.' })
  moods(@Ctx() context: Context): Promise<readonly Mood[]> {
    requireRight(context, Right.CATALOGUE_READ);
    return allMoods(context.house.database.db);
  }

  @Query(() => MoodPreviewType, { description: 'What a mood would do if it were saved; nothing is. For sliders that answer at once.' })
  moodPreview(
    @Arg('input', () => SaveMoodInput, { description: 'The mood, whole; its version does not matter.' }) input: SaveMoodInput,
    @Arg('perKind', () => Int, { defaultValue: 5, description: 'How many titles of each kind, 1 to 20.' }) perKind: number,
    @Ctx() context: Context,
  ): Promise<MoodPreview> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { recommender, database, clock } = context.house;
    const { version: _, ...draft } = input;
    return previewMood(database.db, recommender.local.state(), { draft, perKind, now: clock() });
  }

  @Mutation(() => SaveMoodPayload, { description: 'Makes or changes a mood: from the next request on, lists go by it.' })
  saveMood(
    @Arg('input', () => SaveMoodInput, { description: 'The mood, whole.' }) input: SaveMoodInput,
    @Ctx() context: Context,
  ): Promise<SaveMoodPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { db } = context.house.database;
    const { version = null, ...mood } = input;
    return withUserErrors(
      async () => ({ mood: await saveMood(db, actorOf(context), { version, ...mood }) }),
      async () => ({ mood: (await allMoods(db)).find(({ id }) => id === input.id) ?? null }),
    );
  }

  @Mutation(() => RemoveMoodPayload, { description: 'Takes a mood out, unless a placement asks for it.' })
  removeMood(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Arg('version', () => Int, { description: 'The version it was read at.' }) version: number,
    @Ctx() context: Context,
  ): Promise<RemoveMoodPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const remove = async () => {
      await removeMood(context.house.database.db, actorOf(context), { id, version });
      return { removed: true };
    };
    return withUserErrors(remove, { removed: false });
  }

  @FieldResolver(() => [MoodCoverageType], {
    nullable: true,
    description: 'What it reaches of each kind that the catalogue holds. Needs the right to see all of the catalogue.',
  })
  coverage(@Root() mood: Mood, @Ctx() context: Context): readonly MoodCoverage[] {
    requireRight(context, Right.CATALOGUE_READ_ALL);
    return moodCoverage(context.house.recommender.local.state(), mood);
  }
}

@Resolver(() => MoodTitleType)
export class MoodTitleResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null for one that has just gone.' })
  title(@Root() { titleId }: MoodPreview['titles'][number], @Ctx() { house }: Context) {
    return house.recommender.titles.get(titleId);
  }
}
