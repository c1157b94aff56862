/** Whether an offer can be had. */
export enum OfferAvailability {
  IN_STOCK = 'IN_STOCK',
  PREORDER = 'PREORDER',
  OUT_OF_STOCK = 'OUT_OF_STOCK',
}

/** What a shop asks for a title. */
export interface Offer {
  readonly id: number;
  readonly shopId: number;
  /** The shop’s own name of it, once in a shop. */
  readonly sku: string;
  readonly titleId: number;
  /** An https address: the only one that a tracked link leads to. */
  readonly url: string;
  /** In minor units of the currency. */
  readonly price: number;
  readonly currency: string;
  /** ISO 3166-1 alpha-2 in capitals; null: everywhere. */
  readonly region: string | null;
  readonly availability: OfferAvailability;
  readonly updatedAt: Date;
}

/** An offer as people see it. */
export type ShownOffer = Offer & { readonly shopName: string };

const REGION = /^[A-Z]{2}$/;

/** A region as offers name them, in capitals; null for a text that is none. */
export function regionOf(text: string): string | null {
  const region = text.toUpperCase();
  return REGION.test(region) ? region : null;
}

const ORDER = Object.values(OfferAvailability);

/** The offers that hold in a region, or all without one: what can be had first, then by currency and price. */
export function offersIn(offers: readonly ShownOffer[], region: string | null): readonly ShownOffer[] {
  const rank = ({ availability }: Offer): number => ORDER.indexOf(availability);
  const code = ({ currency }: Offer, other: Offer): number => (currency < other.currency ? -1 : Number(currency > other.currency));
  return offers
    .filter((offer) => region === null || offer.region === null || offer.region === region)
    .sort((a, b) => rank(a) - rank(b) || code(a, b) || a.price - b.price || a.id - b.id);
}
