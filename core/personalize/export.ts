import type { PersonalizeEventType } from './event-types';
import type { Preflight } from './preflight';
import type { DatasetType, ExportedSnapshot } from './sync';

/** One file of an export: UTF-8 CSV with its header. */
export interface ExportedFile {
  readonly type: DatasetType;
  readonly key: string;
  /** Without the header. */
  readonly rows: number;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

/** What lies in the bucket beside the files of an export, and was written behind them all. It tells of their content only. */
export interface ExportManifest extends ExportedSnapshot {
  readonly format: typeof MANIFEST_FORMAT;
  readonly files: readonly ExportedFile[];
  readonly counts: Readonly<Record<PersonalizeEventType, number>>;
  /** Of the interactions, in seconds since 1970; null where there are none. */
  readonly minTimestamp: number | null;
  readonly maxTimestamp: number | null;
}

/** An export as it stands in the bucket, and what Personalize would say of it. */
export interface PersonalizeExport extends ExportManifest {
  readonly preflight: Preflight;
  /** Files that were not there yet; none where the same data had been exported before. */
  readonly uploaded: number;
}

export const MANIFEST_FORMAT = 'kinograph-personalize-export-1';

/** Where an export lies: `<prefix>/<snapshot>/`. */
export function exportFolder(prefix: string, snapshot: string): string {
  return [...prefix.split('/').filter((part) => part !== ''), snapshot].join('/');
}

/** The key of a file within the folder of its export. */
export function exportKey(folder: string, type: DatasetType, part: number): string {
  return `${folder}/${type.toLowerCase()}/part-${String(part).padStart(4, '0')}.csv`;
}
