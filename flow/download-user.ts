import { notFound } from '../core/errors';
import type { Db } from '../store/database';
import { personalRows } from '../store/person-export';
import type { Download } from './download';

interface Params {
  readonly userId: number;
}

const PIECE = 64 * 1024;

/** Everything that is kept of a person as JSON Lines: `{ "table": ..., "row": ... }` each. Throws NOT_FOUND for somebody who is not there. */
export const userDownload: Download<Params> = {
  contentType: 'application/x-ndjson; charset=utf-8',
  fileName: ({ userId }) => `person-${userId}.jsonl`,

  async *write(db: Db, { userId }: Params) {
    let piece = '';
    let isThere = false;
    for await (const line of personalRows(db, userId)) {
      isThere = true;
      piece += `${JSON.stringify(line)}\n`;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
    if (!isThere) throw notFound('userId', 'user');
    yield piece;
  },
};
