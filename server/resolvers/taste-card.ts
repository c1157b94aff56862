import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { TasteCard } from '../../core/taste-card';
import { type Title, TitleKind } from '../../core/title';
import { tasteCards } from '../../flow/taste-cards';
import { TasteCardsInput, TasteCardType } from '../../schema/taste-card';
import { TitleType } from '../../schema/title';
import type { Context } from '../context';
import { personOf } from '../list-request';
import { titleIdsOf } from '../subject';

const ASKED_BY_DEFAULT: readonly TitleKind[] = [TitleKind.MOVIE, TitleKind.SHOW, TitleKind.BOOK, TitleKind.TRACK];

@Resolver(() => TasteCardType)
export class TasteCardResolver {
  @Query(() => [TasteCardType], {
    description:
      'Titles to ask a person about, the ones whose answers teach most about their taste first; fewer where nothing is left to ask.',
  })
  async tasteCards(
    @Arg('input', () => TasteCardsInput, { defaultValue: {}, description: 'Whom to ask, and about what.' }) input: TasteCardsInput,
    @Ctx() context: Context,
  ): Promise<readonly TasteCard[]> {
    const { kinds, first, excludeTitleIds } = input;
    const cards = await tasteCards(context.house.recommender, {
      userId: await personOf(context, input.userId ?? undefined),
      kinds: kinds?.length ? kinds : ASKED_BY_DEFAULT,
      first,
      excludeTitleIds: await titleIdsOf(context, excludeTitleIds ?? [], 'input.excludeTitleIds'),
    });
    const titles = await context.loaders.title.loadMany(cards.map(({ titleId }) => titleId));
    // Taken away since the list was made.
    return cards.filter((_, at) => titles[at] !== null && !(titles[at] instanceof Error));
  }

  @FieldResolver(() => TitleType, { description: 'The title.' })
  async title(@Root() { titleId }: TasteCard, @Ctx() context: Context): Promise<Title> {
    const title = await context.loaders.title.load(titleId);
    if (title === null) throw new Error(`The title ${titleId} of a card is gone.`);
    return title;
  }
}
