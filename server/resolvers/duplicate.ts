import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { LikelyDuplicate } from '../../core/duplicate';
import { Right } from '../../core/rights';
import { keepApart } from '../../flow/duplicate';
import { KeepTitlesApartPayload, LikelyDuplicateConnection, LikelyDuplicateType } from '../../schema/duplicate';
import { type Connection, TablePageArgs } from '../../schema/page';
import { TitleType } from '../../schema/title';
import { countDuplicates, duplicatesPage } from '../../store/duplicates';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { titleIdOf } from '../subject';

@Resolver(() => LikelyDuplicateType)
export class DuplicateResolver {
  @Query(() => LikelyDuplicateConnection, {
    description: 'Titles that may be one work: of one kind and name and years at most one apart, or with one id in two catalogues.',
  })
  async duplicateTitles(@Args(() => TablePageArgs) page: TablePageArgs, @Ctx() context: Context): Promise<Connection<LikelyDuplicate>> {
    requireRight(context, Right.CATALOGUE_READ_ALL);
    const { db } = context.house.database;
    return connectionFrom(await duplicatesPage(db, pageFrom(page)), () => countDuplicates(db));
  }

  @Mutation(() => KeepTitlesApartPayload, { description: 'Says that two titles are two works: they are not told as a pair any more.' })
  keepTitlesApart(
    @Arg('titleId', () => ID, { description: 'One title.' }) titleId: string,
    @Arg('otherId', () => ID, { description: 'The other.' }) otherId: string,
    @Ctx() context: Context,
  ): Promise<KeepTitlesApartPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    return withUserErrors(
      async () => {
        const pair = { titleId: await titleIdOf(context, titleId, 'titleId'), otherId: await titleIdOf(context, otherId, 'otherId') };
        await keepApart(context.house.database.db, { ...pair, actor: actorOf(context) });
        return { apart: true };
      },
      { apart: false },
    );
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The one that was added first.' })
  title(@Root() { titleId }: LikelyDuplicate, @Ctx() { loaders }: Context) {
    return loaders.title.load(titleId);
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The other.' })
  other(@Root() { otherId }: LikelyDuplicate, @Ctx() { loaders }: Context) {
    return loaders.title.load(otherId);
  }
}
