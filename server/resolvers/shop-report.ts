import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { may, Right } from '../../core/rights';
import { type ActionGroup, actionsPerPerson, reportTime } from '../../core/shop/report';
import { ShopActionsInput, ShopActionsType } from '../../schema/shop-report';
import { actionReport } from '../../store/shop-report';
import type { Context } from '../context';
import { NO_SHOP, onlyShopOf } from '../shop-scope';
import { optionalRowId } from '../subject';

@Resolver(() => ShopActionsType)
export class ShopReportResolver {
  @Query(() => ShopActionsType, {
    description:
      'Actions of people at shops, in all and a person, by kind, model and mood; a shop’s own operator sees those of that shop, and nothing of lists.',
  })
  async shopActions(
    @Arg('input', () => ShopActionsInput, { defaultValue: {}, description: 'Which actions.' }) input: ShopActionsInput,
    @Ctx() context: Context,
  ): Promise<ShopActionsType> {
    const withShown = may(context.caller, Right.METRICS_READ);
    const only = withShown ? null : await onlyShopOf(context);
    const { database, clock } = context.house;
    const time = reportTime(input.days ?? DAYS, clock());
    const asked = optionalRowId(input.shopId, 'input.shopId') ?? only;
    const shopId = only === null || asked === only ? asked : NO_SHOP;
    const report = await actionReport(database.db, { ...time, shopId, withShown });
    return {
      ...told(report),
      byKind: report.byKind.map(told),
      byModel: report.byModel.map(told),
      byMood: report.byMood.map(told),
    };
  }
}

/** A default of the input is not there where the whole input is left out. */
const DAYS = 30;

function told<Group extends ActionGroup>(group: Group): Group & { readonly perPerson: number | null } {
  return { ...group, perPerson: actionsPerPerson(group) };
}
