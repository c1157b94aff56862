import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { NEW_SHOP, type Shop, type ShopInput, shopTerms } from '../core/shop/shop';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { insertShop, renewSecret, shopForUpdate, updateShop } from '../store/shops';

/** Who does it and when. */
interface By {
  readonly actor: Actor;
  readonly now: Date;
}

/** A shop to be made, or, with an id and the version it was read at, to be changed; what is left out stays. */
export interface ShopChange extends ShopInput {
  readonly id?: number | null;
  readonly version?: number | null;
  readonly disabled?: boolean | null;
}

/** Makes or changes a shop. Throws BAD_INPUT on the field at fault, NOT_FOUND, and CONFLICT where it was changed since it was read. */
export async function saveShop(db: Db, change: ShopChange, by: By): Promise<Shop> {
  return db.transaction((db) => (typeof change.id === 'number' ? changeShop(db, change.id, { change, by }) : makeShop(db, change, by)));
}

async function makeShop(db: Db, change: ShopChange, { actor }: By): Promise<Shop> {
  const shop = await insertShop(db, shopTerms(NEW_SHOP, change));
  await writeAudit(db, { actor, action: 'shop.create', entity: 'shop', entityId: String(shop.id), before: null, after: audited(shop) });
  return shop;
}

async function changeShop(db: Db, id: number, { change, by }: { readonly change: ShopChange; readonly by: By }): Promise<Shop> {
  const before = await shopForUpdate(db, id);
  if (before === null) throw notFound('input.id', 'shop');
  if (typeof change.version !== 'number')
    throw badInput('input.version', 'A change needs the version it was read at.', 'the version of the shop');
  if (change.version !== before.version)
    throw new AppError(ErrorCode.CONFLICT, 'This shop was changed since it was read.', {
      field: 'input.version',
      expected: `version ${before.version}`,
    });
  const { disabled = null } = change;
  const closedAt = disabled === true ? (before.disabledAt ?? by.now) : null;
  const disabledAt = disabled === null ? before.disabledAt : closedAt;
  const shop = await updateShop(db, { id, ...shopTerms(before, change), disabledAt });
  await writeAudit(db, {
    ...{ actor: by.actor, action: 'shop.save', entity: 'shop', entityId: String(id) },
    before: audited(before),
    after: audited(shop),
  });
  return shop;
}

/** Makes the shop another secret to sign with; what it signed with before is refused from then on. Throws NOT_FOUND. */
export async function renewShopSecret(db: Db, id: number, actor: Actor): Promise<Shop> {
  return db.transaction(async (db) => {
    const shop = await renewSecret(db, id);
    if (shop === null) throw notFound('shopId', 'shop');
    // Of the secret the audit knows only which one it is.
    const after = { secretNumber: shop.secretNumber };
    await writeAudit(db, { actor, action: 'shop.secret', entity: 'shop', entityId: String(id), before: null, after });
    return shop;
  });
}

const audited = ({ name, currency, prices, clickParameter, disabledAt }: Shop) => ({ name, currency, prices, clickParameter, disabledAt });
