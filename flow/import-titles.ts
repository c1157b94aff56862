import { parseClips } from '../core/import-clips';
import { parseLabels } from '../core/import-labels';
import { parseLinks } from '../core/import-links';
import type { ImportProblem, ParsedTitles } from '../core/title-draft';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { writeDrafts } from '../store/title-drafts';

/** What a file of titles may hold, by its shape. */
const PARSERS = {
  clips: parseClips,
  labels: parseLabels,
  links: parseLinks,
} as const satisfies Readonly<Record<string, (text: string) => ParsedTitles>>;

export type TitleFormat = keyof typeof PARSERS;
export const TITLE_FORMATS = Object.keys(PARSERS) as readonly TitleFormat[];

/** What an import did; every row of the file is counted once, and each bad one stands in `problems` in the order of the file. */
export interface ImportedTitles {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
}

interface Import {
  readonly format: TitleFormat;
  readonly text: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Told after every batch, from 0 to 1. */
  readonly progress: (fraction: number) => Promise<void> | void;
}

const BATCH = 1_000;
/** Beyond so many changed titles a notice says "all" instead of naming them. */
const MOST_TOLD = 500;

/**
 * Reads a file of titles and writes its good rows in one transaction: all of them or, where it is stopped, none. Titles are found again
 * by external id only; a row whose ids lead to two titles is a problem to look at, never a guess.
 */
export async function importTitles(db: Db, { format, text, now, signal, progress }: Import): Promise<ImportedTitles> {
  const { drafts, problems } = PARSERS[format](text);
  const found = [...problems];
  const counts = { CREATED: 0, UPDATED: 0, UNCHANGED: 0 };
  const changed: number[] = [];
  await db.transaction(async (db) => {
    for (let start = 0; start < drafts.length; start += BATCH) {
      signal.throwIfAborted();
      const batch = drafts.slice(start, start + BATCH);
      const written = await writeDrafts(
        db,
        batch.map(({ draft }) => draft),
        now,
      );
      for (const [index, result] of written.entries()) {
        if (result.outcome === 'REFUSED') found.push({ row: batch[index]?.row ?? 0, field: result.field, message: result.message });
        else counts[result.outcome]++;
        if (result.outcome === 'CREATED' || result.outcome === 'UPDATED') changed.push(result.titleId);
      }
      await progress(Math.min(1, (start + BATCH) / drafts.length));
    }
    if (changed.length > 0) await publish(db, [{ topic: 'titles', ids: changed.length > MOST_TOLD ? null : changed }]);
  });
  found.sort((a, b) => a.row - b.row);
  return { created: counts.CREATED, updated: counts.UPDATED, unchanged: counts.UNCHANGED, problems: found };
}
