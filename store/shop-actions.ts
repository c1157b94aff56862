import type { ShopActionKind, ShopTally } from '../core/shop/action';
import type { ReportedAction } from '../core/shop/reported-action';
import type { LinkTarget } from '../core/shop/tracked-link';
import type { Db } from './database';
import { unnested } from './unnest';

/** Counts what is owed, in the statement that writes the actions: neither is ever without the other. */
const TALLY = `tallied as (
    insert into shop_tallies ("shopId", month, kind, price, currency, actions)
    select "shopId", left(day, 7), kind, price, currency, count(*) from inserted group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict ("shopId", month, kind, price, currency) do update set actions = shop_tallies.actions + excluded.actions
  )`;

const dayOf = (now: Date): string => now.toISOString().slice(0, 'yyyy-mm-dd'.length);

type Visit = Omit<LinkTarget, 'userId'> & { readonly userId: number; readonly click: string; readonly now: Date };

/**
 * Counts a visit, once a person, offer and day (UTC), and answers the click that stands for it: the first one of that day. Null for a person
 * who is not there any more, and an offer that is not. Which model it came by is told by the list, where that was shown to this person.
 */
export async function countVisit(db: Db, { offerId, userId, recommendationId, mood, click, now }: Visit): Promise<string | null> {
  const [made] = await db.query<{ click: string }[]>(
    `with person as (
       select id from users where id = (select coalesce("mergedIntoId", id) from users where id = $2) for key share
     ), inserted as (
       insert into shop_actions ("shopId", kind, "offerId", "titleId", "userId", click, "recommendationId", "modelId", mood, price, currency,
         day, "occurredAt", "receivedAt")
       select shops.id, 'VISIT', offers.id, offers."titleId", person.id, $3, $4::uuid,
         (select "modelId" from served where "userId" in ($2, person.id) and "recommendationId" = $4::uuid limit 1), $5,
         coalesce((shops.prices ->> 'VISIT')::bigint, 0), shops.currency, $6, $7, $7
       from person, offers join shops on shops.id = offers."shopId" where offers.id = $1
       on conflict do nothing returning "shopId", kind, price, currency, day, click
     ), ${TALLY}
     select click from inserted`,
    [offerId, userId, click, recommendationId, mood, dayOf(now), now],
  );
  return made?.click ?? clickOf(db, { offerId, userId, now });
}

async function clickOf(db: Db, { offerId, userId, now }: Pick<Visit, 'offerId' | 'userId' | 'now'>): Promise<string | null> {
  const [row] = await db.query<{ click: string }[]>(
    `select click from shop_actions where kind = 'VISIT' and "offerId" = $1 and day = $3
       and "userId" = (select coalesce("mergedIntoId", id) from users where id = $2)`,
    [offerId, userId, dayOf(now)],
  );
  return row?.click ?? null;
}

/** When each of these clicks was made at this shop; a click of another shop, or of a person who was forgotten, is not among them. */
export async function clickTimes(db: Db, shopId: number, clicks: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.query<{ click: string; at: Date }[]>(
    `select click, "occurredAt" as at from shop_actions where kind = 'VISIT' and "shopId" = $1 and click = any($2::text[])`,
    [shopId, clicks],
  );
  return new Map(rows.map(({ click, at }) => [click, at]));
}

const BATCH = unnested<Omit<ReportedAction, 'type'> & { readonly kind: ShopActionKind }>({
  id: 'text',
  kind: 'text',
  click: 'text',
  occurredAt: 'timestamptz',
});

/** Keeps actions that a shop told, each once however often it is told. Answers the ids of those that are new. */
export async function insertActions(
  db: Db,
  shopId: number,
  { actions, now }: { readonly actions: readonly ReportedAction[]; readonly now: Date },
): Promise<ReadonlySet<string>> {
  const parameters = BATCH.parameters(actions.map(({ type, ...action }) => ({ ...action, kind: type })));
  const [shop, day, at] = [1, 2, 3].map((place) => `$${parameters.length + place}`);
  const rows = await db.query<{ externalId: string }[]>(
    `with told as (select ${BATCH.columns} from ${BATCH.from}), come as (
       select told.id, told.kind, told."occurredAt", visit."offerId", visit."titleId", visit."userId", visit.click, visit."recommendationId",
         visit."modelId", visit.mood
       from told join shop_actions visit on visit.click = told.click and visit.kind = 'VISIT' and visit."shopId" = ${shop}
       join users on users.id = visit."userId" for key share of users
     ), inserted as (
       insert into shop_actions ("shopId", kind, "offerId", "titleId", "userId", click, "externalId", "recommendationId", "modelId", mood, price,
         currency, day, "occurredAt", "receivedAt")
       select shops.id, come.kind, "offerId", "titleId", "userId", click, come.id, "recommendationId", "modelId", mood,
         coalesce((shops.prices ->> come.kind)::bigint, 0), shops.currency, ${day}, "occurredAt", ${at}
       from come, shops where shops.id = ${shop} order by come.id
       on conflict do nothing returning "shopId", kind, price, currency, day, "externalId"
     ), ${TALLY}
     select "externalId" from inserted`,
    [...parameters, shopId, dayOf(now), now],
  );
  return new Set(rows.map(({ externalId }) => externalId));
}

/** What a shop owes for a month, by kind of action and price. */
export async function talliesOf(db: Db, shopId: number, month: string): Promise<readonly ShopTally[]> {
  return db.query(
    'select month, kind, price, currency, actions from shop_tallies where "shopId" = $1 and month = $2 order by kind, currency, price',
    [shopId, month],
  );
}

/** Gives what one person did to another; a visit that the other counts already stays where it is. */
export async function moveShopActions(db: Db, fromId: number, intoId: number): Promise<void> {
  await db.query(
    `update shop_actions set "userId" = $2 where "userId" = $1 and not (kind = 'VISIT' and exists (
       select 1 from shop_actions other where other.kind = 'VISIT' and other."userId" = $2 and other."offerId" = shop_actions."offerId"
         and other.day = shop_actions.day))`,
    [fromId, intoId],
  );
}
