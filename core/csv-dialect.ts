import { csvReader } from './csv-reader';

/** How a CSV is written. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly newline: '\n' | '\r';
  /** Whether its first row names the columns. */
  readonly header: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_CHARACTERS = 64_000;
const SAMPLE_ROWS = 200;

/** Guesses the dialect of a CSV from its beginning: the delimiter that cuts most rows alike, the quote that stands around cells. */
export function dialectOf(sample: string): CsvDialect {
  const text = sample.slice(0, SAMPLE_CHARACTERS).replace(/^\ufeff/, '');
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const written = { newline, header: false } as const;
  const told = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  const candidates = DELIMITERS.flatMap((delimiter) => ['"', "'"].map((quote) => ({ ...written, delimiter, quote })));
  const scored = candidates
    .filter(({ delimiter }) => told === undefined || delimiter === told)
    .map((dialect) => ({ dialect, score: scoreOf(text, dialect) }));
  const [first] = scored;
  const best = scored.reduce(
    (a, b) => (b.score > a.score ? b : a),
    first ?? { dialect: { ...written, delimiter: ',', quote: '"' }, score: 0 },
  );
  return { ...best.dialect, header: hasHeader(rowsOf(text, best.dialect)) };
}

function rowsOf(text: string, dialect: CsvDialect): readonly (readonly string[])[] {
  const reader = csvReader(dialect);
  const whole = reader.push(text);
  // The last row may be cut short, unless it is the only one.
  const rows = whole.length > 0 ? whole : reader.end();
  return rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(String));
}

/** More columns and more rows alike are better; a quote that is not the usual one must earn its place by standing around cells. */
function scoreOf(text: string, dialect: CsvDialect): number {
  const rows = rowsOf(text, dialect);
  if (rows.length === 0) return 0;
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns, alike] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  const { delimiter, quote, newline } = dialect;
  const [begun, ended] = [text.split(`${delimiter}${quote}`).length - 1, text.split(`${quote}${delimiter}`).length - 1];
  // Apostrophes inside a cell that is quoted as usual quote nothing: ['drama', 'war'].
  const isUsual = text.includes(`${delimiter}"`) || /(^|[\r\n])"/.test(text);
  // 'Til Death begins like a quoted cell, and does not end like one.
  const closed = ended + text.split(`${quote}${newline}`).length - 1;
  const unusual = !isUsual && begun > 0 && closed >= begun ? 0.02 : -1;
  const quoting = quote === '"' ? 0.01 : unusual;
  return columns === 1 ? quoting : (alike / rows.length) * (1 + Math.min(columns, 50) / 100) + quoting;
}

const VALUE = /^(-?[\d.,:]+%?|https?:.*|tt\d+|\d{4}-\d\d-\d\d.*)$/i;

/** A header holds names: no number, no address, nothing twice, and shorter texts than the rows below. */
function hasHeader([first, ...rest]: readonly (readonly string[])[]): boolean {
  if (first === undefined) return true;
  if (first.some((cell) => VALUE.test(cell)) || first.some((cell) => cell.length > 100)) return false;
  const filled = first.filter((cell) => cell !== '');
  if (new Set(filled).size < filled.length) return rest.length === 0;
  if (rest.some((row) => row.some((cell) => VALUE.test(cell)))) return true;
  return filled.every((cell) => /^[\p{L}_ ./()#-]+[\p{L}\d_ ./()#-]*$/u.test(cell));
}
