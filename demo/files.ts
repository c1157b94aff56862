import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const FOLDER = join(__dirname, 'data');

/** The text of a file below demo/data. */
export function readText(path: string): string {
  return readFileSync(join(FOLDER, path), 'utf8');
}

/** The rows of a CSV file with a header, by the names of its columns; a name that the file lacks reads as an empty text. */
export function readRows(path: string): readonly ((column: string) => string)[] {
  const [header = [], ...rows] = parse(readText(path), { bom: true, skip_empty_lines: true });
  const places = new Map(header.map((name, index) => [name, index]));
  return rows.map((cells) => (column) => cells[places.get(column) ?? -1] ?? '');
}

/** A cell that holds several values with a bar between them. */
export function listOf(cell: string): readonly string[] {
  return cell.split('|').filter(Boolean);
}

/** SHA-256 of all files below demo, the loader itself among them: while it stays, there is nothing to load again. */
export function contentHash(): string {
  const files = readdirSync(__dirname, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return paths.reduce((hash, path) => hash.update(readFileSync(path)), createHash('sha256')).digest('hex');
}
