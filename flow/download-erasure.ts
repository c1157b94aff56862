import { erasureState } from '../core/erasure';
import { notFound } from '../core/errors';
import type { Db } from '../store/database';
import { erasureById, modelsHolding } from '../store/erasures';
import type { Download } from './download';

interface Params {
  readonly erasureId: number;
}

/** The receipt of an erasure as JSON, as it stands now. */
export const erasureDownload: Download<Params> = {
  contentType: 'application/json; charset=utf-8',
  fileName: ({ erasureId }) => `erasure-${erasureId}.json`,

  async *write(db: Db, { erasureId }: Params, now: Date) {
    const erasure = await erasureById(db, erasureId);
    if (erasure === null) throw notFound('id', 'erasure');
    const models = (await modelsHolding(db, [erasureId])).get(erasureId) ?? [];
    yield `${JSON.stringify({ ...erasure, state: erasureState(erasure), models, writtenAt: now }, null, 2)}\n`;
  },
};
