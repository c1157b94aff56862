import type { SaveShopInput, ShopActionKind, ShopRowFragment } from '../generated/shops';
import { minorOf, typedOf } from './money';

/** What is told of people at shops, in the order in which it happens. */
export const ACTIONS: readonly ShopActionKind[] = ['VISIT', 'REGISTER', 'SUBSCRIBE', 'BUY'];

/** A shop as its form holds it: prices as they are typed, nothing where an action is free. */
export interface Draft {
  readonly name: string;
  readonly currency: string;
  readonly clickParameter: string;
  readonly isDisabled: boolean;
  readonly prices: Readonly<Partial<Record<ShopActionKind, string>>>;
}

export const NEW: Draft = { name: '', currency: 'EUR', clickParameter: 'kg_click', isDisabled: false, prices: {} };

/** The form of a shop that is there. */
export function draftOf({ name, currency, clickParameter, disabledAt, prices }: ShopRowFragment): Draft {
  const typed = Object.fromEntries(prices.map(({ action, price }) => [action, typedOf(price, currency)]));
  return { name, currency, clickParameter: clickParameter ?? '', isDisabled: disabledAt !== null, prices: typed };
}

/** The action whose price is no price; null: all are. */
export function priceFault({ prices, currency }: Draft): ShopActionKind | null {
  return ACTIONS.find((action) => (prices[action] ?? '').trim() !== '' && minorOf(prices[action] ?? '', currency) === null) ?? null;
}

/** What a save sends; `read` null for a shop that is new. */
export function saveInputOf(draft: Draft, read: { readonly id: string; readonly version: number } | null): SaveShopInput {
  const { name, currency, clickParameter, isDisabled, prices } = draft;
  const priced = ACTIONS.flatMap((action) => {
    const price = minorOf(prices[action] ?? '', currency);
    return price === null ? [] : [{ action, price }];
  });
  const terms = { name, currency, clickParameter: clickParameter.trim() === '' ? null : clickParameter.trim(), prices: priced };
  return read ? { ...terms, id: read.id, version: read.version, disabled: isDisabled } : terms;
}

/** What somebody else's row says otherwise than the form. */
export function difference(row: ShopRowFragment, mine: Draft): readonly (readonly [string, string])[] {
  const texts = (draft: Draft): readonly (readonly [string, string])[] => [
    ['Name', draft.name],
    ['Currency', draft.currency],
    ['Parameter of clicks', draft.clickParameter || 'none'],
    ['Closed', draft.isDisabled ? 'yes' : 'no'],
    ...ACTIONS.map((action) => [`Price of ${action.toLowerCase()}`, draft.prices[action] || 'free'] as const),
  ];
  const here = texts(mine);
  return texts(draftOf(row)).filter(([, value], at) => value !== here[at]?.[1]);
}
