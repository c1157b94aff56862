import { Role } from '../core/caller';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { Right } from '../core/rights';
import type { Shop } from '../core/shop/shop';
import { shopById, shopOfOperator } from '../store/shops';
import type { Context } from './context';
import { requireRight } from './rights';
import { rowId } from './subject';

/** Nobody’s: ids begin at 1. */
export const NO_SHOP = 0;

/** The one shop that the caller may see; null: all of them. Throws where they may see none of any kind. */
export async function onlyShopOf(context: Context): Promise<number | null> {
  requireRight(context, Right.OFFERS_WRITE);
  const { caller, house } = context;
  if (caller.kind !== 'operator' || caller.role !== Role.SHOP) return null;
  return (await shopOfOperator(house.database.db, caller.operatorId)) ?? NO_SHOP;
}

/** The shop that is named, where the caller may see it; null for any other, whether it is there or not. Throws BAD_INPUT on `field`. */
export async function seenShop(context: Context, id: string, field: string): Promise<Shop | null> {
  const only = await onlyShopOf(context);
  const named = rowId(id, field);
  return only === null || only === named ? shopById(context.house.database.db, named) : null;
}

/** As `seenShop`. Throws NOT_FOUND on `field` for any other. */
export async function requireShop(context: Context, id: string, field: string): Promise<Shop> {
  const shop = await seenShop(context, id, field);
  if (shop === null) throw notFound(field, 'shop');
  return shop;
}

/** Lets pass who sees every shop, and so may say on what terms. Throws FORBIDDEN for a shop’s own operator. */
export function requireEveryShop(context: Context): void {
  requireRight(context, Right.OFFERS_WRITE);
  const { caller } = context;
  if (caller.kind === 'operator' && caller.role === Role.SHOP)
    throw new AppError(ErrorCode.FORBIDDEN, 'On what terms a shop is here, it does not decide itself.');
}
