import type { Columns } from '../../core/columns';
import { hideUnavailable, passing, type TitleRules } from '../../core/eligible';

/**
 * The arrays that lists of one state are computed in, one list after another: fresh ones would be 250 KB of garbage a list of
 * 10,000 titles. What stands in them is good until the next list begins, so whoever computes must not wait in between.
 */
export interface Workspace {
  readonly mask: Uint8Array;
  readonly rows: Int32Array;
  readonly keys: Float64Array;
  /** Rows that pass a filter at any time, by the filter's rules; front ends ask with few. */
  readonly passing: Map<string, Uint8Array>;
}

const MOST_RULES = 16;

/** A workspace for a catalogue of so many rows. */
export function newWorkspace(size: number): Workspace {
  return {
    mask: new Uint8Array(size),
    rows: new Int32Array(size),
    keys: new Float64Array(size),
    passing: new Map(),
  };
}

/** `eligible` in the workspace's own mask. */
export function eligibleIn(workspace: Workspace, columns: Columns, { rules, now }: { rules: TitleRules; now: Date }): Uint8Array {
  const { mask } = workspace;
  mask.set(passingFrom(workspace, columns, rules));
  hideUnavailable(mask, columns, { region: rules.region ?? null, now });
  return mask;
}

function passingFrom({ passing: known }: Workspace, columns: Columns, rules: TitleRules): Uint8Array {
  const { kinds, genres, maxTitleSeconds, yearFrom, yearTo, locale, maxCertificate } = rules;
  const name = JSON.stringify([kinds, genres, maxTitleSeconds, yearFrom, yearTo, locale, maxCertificate]);
  const before = known.get(name);
  if (before) return before;
  const oldest = known.size < MOST_RULES ? undefined : known.keys().next().value;
  if (oldest !== undefined) known.delete(oldest);
  const rows = passing(columns, rules);
  known.set(name, rows);
  return rows;
}
