import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { present } from '../../core/present';
import { Right } from '../../core/rights';
import type { Title } from '../../core/title';
import { hideFromBlends } from '../../flow/hide';
import { HideFromBlendsInput, HideFromBlendsPayload } from '../../schema/hidden';
import { type Connection, PageArgs } from '../../schema/page';
import { TitleConnection } from '../../schema/title';
import { countHidden, hiddenPage } from '../../store/hidden-titles';
import { outsiderOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { subjectOf, titleIdsOf } from '../subject';

@Resolver()
export class HiddenResolver {
  @Query(() => TitleConnection, { description: 'What one hides from blends, by name; an episode as its show.' })
  async hiddenFromBlends(
    @Arg('userId', () => ID, { nullable: true, description: 'Whose; none: the viewer’s own.' }) userId: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Title>> {
    const { db } = context.house.database;
    const subject = await subjectOf(context, userId, { right: Right.USERS_READ });
    return connectionFrom(await hiddenPage(db, subject, pageFrom(page)), () => countHidden(db, subject));
  }

  @Mutation(() => HideFromBlendsPayload, {
    description:
      'Hides titles that one watched from every blend, as if one never had, or shows them again. What is watched later is not meant, but for episodes of a show that is hidden. One’s own lists keep them.',
  })
  async hideFromBlends(
    @Arg('input', () => HideFromBlendsInput, { description: 'Which.' }) input: HideFromBlendsInput,
    @Ctx() context: Context,
  ): Promise<HideFromBlendsPayload> {
    const userId = await subjectOf(context, input.userId, { right: Right.EVENTS_WRITE, field: 'input.userId' });
    const { db } = context.house.database;
    const hide = async () => {
      const { titleIds, userId: _, hidden = true, ...selection } = present(input);
      const named = titleIds ? { titleIds: await titleIdsOf(context, titleIds, 'input.titleIds') } : {};
      return hideFromBlends(db, { ...selection, ...named, hidden, userId, actor: outsiderOf(context) });
    };
    return withUserErrors(hide, async () => ({ changed: 0, hiddenCount: await countHidden(db, userId) }));
  }
}
