/** What a person did at a shop. */
export enum ShopActionKind {
  /** Followed a tracked link. */
  VISIT = 'VISIT',
  /** Opened an account. */
  REGISTER = 'REGISTER',
  SUBSCRIBE = 'SUBSCRIBE',
  BUY = 'BUY',
}

/** What a shop owes for each kind of action, in minor units of its currency; what is left out is free. */
export type ActionPrices = Readonly<Partial<Record<ShopActionKind, number>>>;

/** So many actions of one kind at one price in a month (UTC, by when they were told). */
export interface ShopTally {
  /** `2026-11`. */
  readonly month: string;
  readonly kind: ShopActionKind;
  readonly price: number;
  readonly currency: string;
  readonly actions: number;
}
