import { csvText } from '../core/csv-text';
import { actorNames } from '../store/actor-names';
import { auditPage } from '../store/audit';
import type { Db } from '../store/database';
import type { Download } from './download';

/** A filter of the audit as it travels in an address: times as ISO 8601. */
interface Params {
  readonly entity?: string | null;
  readonly entityId?: string | null;
  readonly actor?: string | null;
  readonly action?: string | null;
  readonly since?: string | null;
  readonly until?: string | null;
}

const BATCH = 1_000;
const HEADER = ['at', 'actor', 'actor_name', 'action', 'entity', 'entity_id', 'before', 'after'];

/** The changes that a filter lets through as CSV, newest first; what was before and after is JSON. */
export const auditDownload: Download<Params> = {
  contentType: 'text/csv; charset=utf-8',
  fileName: () => 'audit.csv',

  async *write(db: Db, { since, until, ...filter }: Params) {
    yield csvText([HEADER]);
    const wanted = { ...filter, since: dateOf(since), until: dateOf(until) };
    for (let after: string | null = null; ; ) {
      const { edges, hasNextPage } = await auditPage(db, { ...wanted, page: { first: BATCH, after, offset: null } });
      const names = await actorNames(db, [...new Set(edges.map(({ node }) => node.actor))]);
      yield csvText(
        edges.map(({ node: { at, actor, action, entity, entityId, before, after } }) => [
          at.toISOString(),
          actor,
          names.get(actor) ?? null,
          action,
          entity,
          entityId,
          jsonOf(before),
          jsonOf(after),
        ]),
      );
      if (!hasNextPage) return;
      after = edges.at(-1)?.cursor ?? null;
    }
  },
};

const dateOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);
const jsonOf = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
