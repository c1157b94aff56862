import type { FileRow, RowReader } from '../../core/file-row';

/** All rows of a text that comes in pieces of this length. */
export function rowsOf(reader: RowReader, text: string, piece = 7): readonly FileRow[] {
  const rows: FileRow[] = [];
  for (let at = 0; at < text.length; at += piece) for (const row of reader.push(text.slice(at, at + piece))) rows.push(row);
  return [...rows, ...reader.end()];
}
