import type { Resource } from '../api/resource';
import { AuditDocument } from '../generated/audit';

/** Who changed what; without a total, which would be counted anew for every page. */
export const auditResource: Resource = {
  list: AuditDocument,
  variables: ({ first, offset, filter }) => ({ first, offset, filter: auditFilterOf(filter) }),
};

/** A filter as the API takes it: days are whole days of the reader's own clock. */
export function auditFilterOf({ since, until, ...rest }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...rest,
    ...(since ? { since: startOfDay(String(since), 0) } : {}),
    ...(until ? { until: startOfDay(String(until), 1) } : {}),
  };
}

function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
