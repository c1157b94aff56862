import type { Db } from '../store/database';
import { auditDownload } from './download-audit';
import { erasureDownload } from './download-erasure';
import { importProblemsDownload } from './download-import-problems';
import { metricsDownload } from './download-metrics';
import { shopBillDownload } from './download-shop-bill';
import { titlesDownload } from './download-titles';
import { userDownload } from './download-user';

/** A kind of file that leaves by a signed address: what it is made of is told by `params`, which travel in the address. */
export interface Download<Params extends object> {
  readonly contentType: string;
  fileName(params: Params): string;
  /** The text of the file in pieces of a size that memory does not feel. Throws before the first piece where it cannot be made. */
  write(db: Db, params: Params, now: Date): AsyncIterable<string>;
}

/** Every kind of file that leaves the house, by name. */
export const DOWNLOADS = {
  audit: auditDownload,
  erasure: erasureDownload,
  titles: titlesDownload,
  metrics: metricsDownload,
  user: userDownload,
  'import-problems': importProblemsDownload,
  'shop-bill': shopBillDownload,
} as const satisfies Readonly<Record<string, Download<never>>>;

export type DownloadKind = keyof typeof DOWNLOADS;
export type DownloadParams<Kind extends DownloadKind> = Parameters<(typeof DOWNLOADS)[Kind]['write']>[1];
