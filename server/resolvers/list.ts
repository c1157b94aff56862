import { Arg, Ctx, Float, Int, Query, Resolver } from 'type-graphql';
import type { GenreCount } from '../../core/genre-counts';
import { present } from '../../core/present';
import { Right } from '../../core/rights';
import { type Title, TitleKind } from '../../core/title';
import { GenreCountType, TitleListFilter, TitleType } from '../../schema/title';
import type { Context } from '../context';
import { requireRight } from '../rights';
import { titlesInOrder } from '../titles-in-order';

@Resolver()
export class ListResolver {
  @Query(() => [TitleType], {
    description:
      'What most people liked, whoever asks: the titles that most people here had liked when the model was last trained; after them, by the number of its public ratings, what nobody here has liked yet.',
  })
  popular(
    @Arg('filter', () => TitleListFilter, { nullable: true, description: 'Which titles.' }) filter: TitleListFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, up to 500.' }) first: number,
    @Ctx() context: Context,
  ): Promise<Title[]> {
    requireRight(context, Right.CATALOGUE_READ);
    return titlesInOrder(context, context.house.lists.popular({ filter: present(filter), first }));
  }

  @Query(() => [TitleType], { description: 'What people watch now: recent events count most, and fade by half in every half-life.' })
  async trending(
    @Arg('filter', () => TitleListFilter, { nullable: true, description: 'Which titles.' }) filter: TitleListFilter | null | undefined,
    @Arg('windowHours', () => Int, { defaultValue: 168, description: 'How far back events count, in hours.' }) windowHours: number,
    @Arg('halfLifeHours', () => Float, { defaultValue: 24, description: 'After how many hours an event counts half.' })
    halfLifeHours: number,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, up to 500.' }) first: number,
    @Ctx() context: Context,
  ): Promise<Title[]> {
    requireRight(context, Right.CATALOGUE_READ);
    const ids = await context.house.lists.trending({ filter: present(filter), windowHours, halfLifeHours, first });
    return titlesInOrder(context, ids);
  }

  @Query(() => [GenreCountType], { description: 'The genres of the catalogue with how many titles have them, the most titles first.' })
  genres(
    @Arg('kinds', () => [TitleKind], { nullable: true, description: 'Of these kinds of title only; none or empty: of all.' })
    kinds: TitleKind[] | null | undefined,
    @Ctx() context: Context,
  ): readonly GenreCount[] {
    requireRight(context, Right.CATALOGUE_READ);
    return context.house.lists.genres(kinds ?? []);
  }
}
