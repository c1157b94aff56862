import type { TitleKind } from '../generated/documents';

export const KINDS = ['MOVIE', 'SHOW', 'VIDEO', 'TRACK', 'BOOK'] as const satisfies readonly TitleKind[];

/** A stretch of time: all, the last 30 days, the last twelve months, or one year. */
export type Period = 'all' | 'month' | 'year' | `${number}`;
export type Measure = 'time' | 'plays';

/** What of somebody's past is looked at, as the address of the page says. */
export interface View {
  readonly blendId: string | null;
  readonly importId: string | null;
  readonly kind: TitleKind | null;
  readonly period: Period;
  /** null: whichever tells more. */
  readonly measure: Measure | null;
  /** Whose charts, in a blend; null: one's own. */
  readonly userId: string | null;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Reads an address; what it does not understand counts as not said. */
export function viewOf(search: string): View {
  const asked = new URLSearchParams(search);
  const id = (name: string): string | null => (/^\d{1,15}$/.test(asked.get(name) ?? '') ? asked.get(name) : null);
  const blendId = id('blend');
  const measure = asked.get('by');
  return {
    blendId,
    importId: blendId === null ? id('import') : null,
    kind: KINDS.find((kind) => kind === asked.get('kind')) ?? null,
    period: periodOf(asked.get('period')),
    measure: measure === 'time' || measure === 'plays' ? measure : null,
    userId: blendId === null ? null : id('person'),
  };
}

/** The address that says so. */
export function addressOf({ blendId, importId, kind, period, measure, userId }: View): string {
  const said = { blend: blendId, import: importId, kind, period: period === 'all' ? null : period, by: measure, person: userId };
  const asked = new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
  return asked === '' ? '/insights' : `/insights?${asked}`;
}

function periodOf(said: string | null): Period {
  if (said === 'month' || said === 'year') return said;
  const year = /^\d{4}$/.test(said ?? '') ? Number(said) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? `${year}` : 'all';
}
