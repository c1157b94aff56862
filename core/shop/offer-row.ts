import { createHash } from 'node:crypto';
import type { FileCell } from '../file-row';
import { isText } from '../text';
import { TitleKind } from '../title';
import { parseReference, type Reference } from '../user';
import { isCurrency, minorUnits } from './currency';
import type { FeedProblem } from './feed';
import { offerUrl } from './link';
import { type Offer, OfferAvailability, regionOf } from './offer';

/** What a row of a feed offers, before it is known of which title. */
export interface OfferDraft extends Pick<Offer, 'sku' | 'url' | 'price' | 'currency' | 'region' | 'availability'> {
  /** The line of the file. */
  readonly row: number;
  readonly name: string | null;
  readonly year: number | null;
  readonly kind: TitleKind | null;
  /** Names of the title in other catalogues, or our id; the first one that is known counts. */
  readonly references: readonly Reference[];
  /** Of all of the above but the line: equal ones say the same. */
  readonly hash: string;
}

/** The columns of a feed by the names that they may have, without regard to case, blanks and underlines. */
export const FEED_COLUMNS = {
  sku: ['sku', 'id', 'offerid'],
  externalId: ['externalid', 'externalids'],
  name: ['name', 'title'],
  year: ['year'],
  kind: ['kind', 'type'],
  url: ['url', 'link'],
  price: ['price'],
  currency: ['currency'],
  region: ['region', 'country'],
  availability: ['availability'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FeedColumn = keyof typeof FEED_COLUMNS;

/** The cells of a row, by column; an empty one is no different from none. */
export type OfferCells = (column: FeedColumn) => FileCell;

const LONGEST_SKU = 200;
const LONGEST_NAME = 500;
const LATEST_YEAR = 9_999;
/** What a decoder puts where bytes are no UTF-8, and what no text has. */
const UNDECODED = /(?![\t\n\r])[\ufffd\p{Cc}]/u;

class Odd extends Error {
  readonly field: FeedColumn;

  constructor(field: FeedColumn, message: string) {
    super(message);
    this.field = field;
  }
}

/** The offer of a row, or what is wrong with it and where. `currency`: of rows that name none. */
export function offerDraft(
  cells: OfferCells,
  { row, currency }: { readonly row: number; readonly currency: string },
): OfferDraft | FeedProblem {
  try {
    return drafted(cells, row, currency);
  } catch (error) {
    if (error instanceof Odd) return { row, field: error.field, message: error.message };
    throw error;
  }
}

function drafted(cells: OfferCells, row: number, ofShop: string): OfferDraft {
  const text = (column: FeedColumn): string => {
    const cell = cells(column);
    const found = typeof cell === 'string' ? cell.trim() : cell.join('|');
    if (UNDECODED.test(found)) throw new Odd(column, 'There are bytes that are no UTF-8.');
    return found;
  };
  const sku = text('sku');
  if (!isText(sku, LONGEST_SKU, 1)) throw new Odd('sku', `A sku of 1 to ${LONGEST_SKU} characters is needed.`);
  const references = referencesIn(text('externalId'));
  const name = text('name') || null;
  if (name !== null && !isText(name, LONGEST_NAME)) throw new Odd('name', `A name has at most ${LONGEST_NAME} characters.`);
  const [year, kind] = [yearIn(text('year')), kindIn(text('kind'))];
  if (references.length === 0 && name === null)
    throw new Odd('externalId', 'Of which title it is takes an externalId, or name, year and kind.');
  if (references.length === 0 && kind === null) throw new Odd('kind', 'A title is found by name only with its kind.');
  const url = offerUrl(text('url'));
  if (url === null) throw new Odd('url', 'The link is no https address of a public host without a password, up to 2,000 characters.');
  const currency = text('currency') || ofShop;
  if (!isCurrency(currency)) throw new Odd('currency', 'This is no currency: a code of ISO 4217 in capitals, such as EUR.');
  const price = minorUnits(text('price'), currency);
  if (price === null) throw new Odd('price', `This is no price in ${currency}: digits with a point, such as 12.99, and nothing else.`);
  const region = text('region') === '' ? null : regionOf(text('region'));
  if (region === null && text('region') !== '')
    throw new Odd('region', 'This is no region: two letters of ISO 3166, such as FI; empty: everywhere.');
  const availability = availabilityIn(text('availability'));
  const said = { sku, references, name, year, kind, url, price, currency, region, availability };
  return {
    ...said,
    row,
    hash: createHash('sha256')
      .update(JSON.stringify(Object.values(said)))
      .digest('base64url'),
  };
}

function referencesIn(text: string): readonly Reference[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const reference = parseReference(part);
      if (reference === null) throw new Odd('externalId', 'This is no id of a title: a catalogue and a value, such as imdb:tt0111161.');
      return reference;
    });
}

function yearIn(text: string): number | null {
  if (text === '') return null;
  if (/^\d{1,4}$/.test(text) && Number(text) <= LATEST_YEAR) return Number(text);
  throw new Odd('year', 'This is no year: four digits, or empty where it is not known.');
}

function kindIn(text: string): TitleKind | null {
  if (text === '') return null;
  const kind = Object.values(TitleKind).find((each) => each === text.toUpperCase());
  if (kind === undefined) throw new Odd('kind', `This is no kind: ${Object.values(TitleKind).join(', ')}.`);
  return kind;
}

function availabilityIn(text: string): OfferAvailability {
  if (text === '') return OfferAvailability.IN_STOCK;
  const wanted = text.toUpperCase().replace(/[\s-]+/g, '_');
  const found = Object.values(OfferAvailability).find((each) => each === wanted);
  if (found === undefined) throw new Odd('availability', `This is none of ${Object.values(OfferAvailability).join(', ')}.`);
  return found;
}
