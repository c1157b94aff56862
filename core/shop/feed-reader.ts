import { dialectOf } from '../csv-dialect';
import { csvReader } from '../csv-reader';
import { AppError, ErrorCode } from '../errors';
import type { FileRow, RowReader } from '../file-row';
import { jsonLinesReader } from '../json-lines';
import { type FeedProblems, refusedFeed } from './feed';
import { FEED_COLUMNS, type FeedColumn, type OfferDraft, offerDraft } from './offer-row';

/** A file of offers, read to its end. */
export interface ReadFeed {
  readonly rows: number;
  /** One a sku, in the order of the file. */
  readonly drafts: readonly OfferDraft[];
  /** Skus whose row is bad. */
  readonly badSkus: ReadonlySet<string>;
  readonly bad: number;
}

interface Reading {
  /** CSV, else JSON Lines; told by `isCsv`. */
  readonly csv: boolean;
  readonly currency: string;
  readonly problems: FeedProblems;
}

export const MOST_OFFERS = 500_000;
/** CSV is judged by its beginning, so that much is waited for. */
const LOOKED_AT = 64_000;
const COLUMNS = Object.keys(FEED_COLUMNS) as FeedColumn[];
const NEEDED: readonly (readonly FeedColumn[])[] = [['sku'], ['url'], ['price'], ['externalId', 'name']];
const EXPECTED =
  'the columns sku, url, price, and externalId or name with year and kind; currency, region and availability where they differ';

/** Whether a file is CSV and not JSON Lines, by its name, else by how it begins. */
export function isCsv(fileName: string, beginning: string): boolean {
  const name = fileName.replace(/\.gz$/i, '');
  if (/\.(jsonl|ndjson|json)$/i.test(name)) return false;
  return /\.(csv|tsv|txt)$/i.test(name) || !/^\ufeff?\s*[[{]/.test(beginning);
}

/**
 * Reads offers from text that comes in pieces. Bad rows are taken down and left out; of rows with one sku the first counts. `end` throws
 * BAD_INPUT for a file that is none of offers: without a column that is needed, without rows, or with more bad rows than good ones;
 * `push` throws TOO_LARGE beyond 500,000 rows.
 */
export function feedReader({ csv, currency, problems }: Reading): { push(text: string): void; end(): ReadFeed } {
  const drafts = new Map<string, OfferDraft>();
  const badSkus = new Set<string>();
  let reader: RowReader | null = csv ? null : jsonLinesReader();
  let beginning = '';
  let places = new Map<FeedColumn, number>();
  let known = 0;
  let rows = 0;

  function take(reader: RowReader, read: readonly FileRow[]): void {
    if (reader.columns.length !== known) [places, known] = [placesOf(reader.columns), reader.columns.length];
    for (const row of read) keep(row);
  }

  function keep({ line, cells, fault }: FileRow): void {
    rows += 1;
    if (rows > MOST_OFFERS) throw new AppError(ErrorCode.TOO_LARGE, `The file has more than ${MOST_OFFERS} rows.`, { field: 'file' });
    const cellOf = (column: FeedColumn) => cells[places.get(column) ?? -1] ?? '';
    const found = fault === null ? offerDraft(cellOf, { row: line, currency }) : { row: line, field: 'row', message: fault };
    const before = 'sku' in found ? drafts.get(found.sku) : undefined;
    if ('sku' in found && before === undefined) {
      drafts.set(found.sku, found);
      return;
    }
    problems.add('sku' in found ? { row: line, field: 'sku', message: `The sku stands in row ${before?.row} already.` } : found);
    if (fault === null) badSkus.add(String(cellOf('sku')).trim());
  }

  return {
    push(text) {
      if (reader !== null) return take(reader, reader.push(text));
      beginning += text;
      if (beginning.length < LOOKED_AT) return;
      reader = csvReader({ ...dialectOf(beginning), header: true });
      take(reader, reader.push(beginning));
    },
    end() {
      if (reader === null) {
        reader = csvReader({ ...dialectOf(beginning), header: true });
        take(reader, reader.push(beginning));
      }
      take(reader, reader.end());
      const missing = NEEDED.find((columns) => columns.every((column) => !places.has(column)));
      // A line of JSON names its own columns, and lacks them by itself.
      if (csv && missing) throw refusedFeed(`The file has no column ${missing.join(' or ')}.`, EXPECTED);
      if (rows === 0) throw refusedFeed('The file has no offers.', 'a row for every offer');
      const [first] = problems.first;
      if (problems.count * 2 > rows && first)
        throw refusedFeed(
          `${problems.count} of ${rows} rows are bad, the first in line ${first.row}: ${first.field}: ${first.message}`,
          'a file in UTF-8 of which most rows are good',
        );
      return { rows, drafts: [...drafts.values()], badSkus, bad: problems.count };
    },
  };
}

function placesOf(columns: readonly string[]): Map<FeedColumn, number> {
  const names = columns.map((column) => column.toLowerCase().replace(/[\s_-]/g, ''));
  const places = COLUMNS.map(
    (column) => [column, names.findIndex((name) => (FEED_COLUMNS[column] as readonly string[]).includes(name))] as const,
  );
  return new Map(places.filter(([, place]) => place >= 0));
}
