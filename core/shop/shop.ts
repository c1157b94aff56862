import { badInput } from '../errors';
import { isText } from '../text';
import { type ActionPrices, ShopActionKind } from './action';
import { isCurrency } from './currency';
import { isClickParameter } from './link';

/** Somebody who sells titles of the catalogue, and pays for what people do there. */
export interface Shop {
  readonly id: number;
  readonly name: string;
  /** Of what it owes: ISO 4217. */
  readonly currency: string;
  readonly prices: ActionPrices;
  /** The parameter of its links that names a click, by which it tells of actions; null: its links are left as they are. */
  readonly clickParameter: string | null;
  /** How many secrets it had; 0: none yet. Only the newest one signs. */
  readonly secretNumber: number;
  /** The newest file whose offers stand. */
  readonly appliedFeedId: number | null;
  readonly version: number;
  readonly createdAt: Date;
  /** Since when nothing of it is shown; null: it is open. */
  readonly disabledAt: Date | null;
}

/** A shop to be saved; what is left out stays, or is what a new shop begins with. */
export interface ShopInput {
  readonly name?: string | null;
  readonly currency?: string | null;
  readonly prices?: readonly { readonly action: ShopActionKind; readonly price: number }[] | null;
  readonly clickParameter?: string | null;
}

/** What of a shop an input decides. */
export type ShopTerms = Pick<Shop, 'name' | 'currency' | 'prices' | 'clickParameter'>;

const LONGEST_NAME = 200;
const HIGHEST_PRICE = 1_000_000_000;

/** What a new shop begins with. */
export const NEW_SHOP: ShopTerms = { name: '', currency: '', prices: {}, clickParameter: 'kg_click' };

/** The terms of a shop after a change. Throws BAD_INPUT on the field at fault. */
export function shopTerms(before: ShopTerms, input: ShopInput): ShopTerms {
  const name = (input.name ?? before.name).trim();
  if (!isText(name, LONGEST_NAME, 1))
    throw badInput('input.name', 'The name cannot be kept as it came.', `1 to ${LONGEST_NAME} characters without NUL`);
  const currency = input.currency ?? before.currency;
  if (!isCurrency(currency)) throw badInput('input.currency', 'This is no currency.', 'a code of ISO 4217 in capitals, for example EUR');
  const clickParameter = input.clickParameter === undefined ? before.clickParameter : input.clickParameter || null;
  if (clickParameter !== null && !isClickParameter(clickParameter))
    throw badInput(
      'input.clickParameter',
      'This cannot name a parameter of a link.',
      'a letter, then at most 31 letters, digits, - or _; or null',
    );
  return { name, currency, clickParameter, prices: input.prices ? pricesOf(input.prices) : before.prices };
}

function pricesOf(prices: NonNullable<ShopInput['prices']>): ActionPrices {
  const found: Partial<Record<ShopActionKind, number>> = {};
  for (const [index, { action, price }] of prices.entries()) {
    if (!Number.isInteger(price) || price < 0 || price > HIGHEST_PRICE)
      throw badInput(
        `input.prices[${index}].price`,
        'This is no price.',
        `a whole number of minor units, such as cents, from 0 to ${HIGHEST_PRICE}`,
      );
    if (found[action] !== undefined)
      throw badInput(`input.prices[${index}].action`, `${action} stands there twice.`, `each of ${Object.keys(ShopActionKind)} once`);
    found[action] = price;
  }
  return found;
}
