import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AuditEntry } from '../../core/audit';
import { badInput } from '../../core/errors';
import { Right } from '../../core/rights';
import { AuditActorType, AuditConnection, AuditEntryType, AuditFilterInput, AuditWordsType } from '../../schema/audit';
import { DownloadPayload } from '../../schema/download';
import { type Connection, TablePageArgs } from '../../schema/page';
import { actorsNamed, type NamedActor } from '../../store/actor-names';
import { type AuditFilter, auditPage, auditWords, countAudit } from '../../store/audit';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { searchText } from '../search-text';

const MOST_ACTORS = 100;

@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Query(() => AuditConnection, { description: 'Who changed what, newest first.' })
  async audit(
    @Arg('entity', () => String, { nullable: true, deprecationReason: 'Use filter.entity.', description: 'As filter.entity.' })
    entity: string | null | undefined,
    @Arg('entityId', () => ID, { nullable: true, deprecationReason: 'Use filter.entityId.', description: 'As filter.entityId.' })
    entityId: string | null | undefined,
    @Arg('filter', () => AuditFilterInput, { nullable: true, description: 'Which changes.' }) filter: AuditFilterInput | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AuditEntry>> {
    requireRight(context, Right.AUDIT_READ);
    const wanted = {
      ...auditFilter(filter),
      ...(entity && { entity: searchText('entity', entity) }),
      ...(entityId && { entityId: searchText('entityId', entityId) }),
    };
    const { db } = context.house.database;
    return connectionFrom(await auditPage(db, { ...wanted, page: pageFrom(page) }), () => countAudit(db, wanted));
  }

  @Query(() => AuditWordsType, { description: 'What the audit tells of: for choices to filter it by.' })
  auditWords(@Ctx() context: Context): Promise<AuditWordsType> {
    requireRight(context, Right.AUDIT_READ);
    return auditWords(context.house.database.db);
  }

  @Query(() => [AuditActorType], { description: 'Operators and keys by name: whose changes the audit can be filtered by.' })
  auditActors(
    @Arg('search', () => String, { nullable: true, description: 'Whose name holds this.' }) search: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, up to 100.' }) first: number,
    @Ctx() context: Context,
  ): Promise<readonly NamedActor[]> {
    requireRight(context, Right.AUDIT_READ);
    if (first < 0 || first > MOST_ACTORS) throw badInput('first', `first came as ${first}.`, `0 to ${MOST_ACTORS}`);
    return actorsNamed(context.house.database.db, { search: searchText('search', search) ?? '', most: first });
  }

  @Mutation(() => DownloadPayload, { description: 'Offers the changes that a filter lets through as CSV.' })
  exportAudit(
    @Arg('filter', () => AuditFilterInput, { nullable: true, description: 'Which changes.' }) filter: AuditFilterInput | null | undefined,
    @Ctx() context: Context,
  ): Promise<DownloadPayload> {
    requireRight(context, Right.AUDIT_READ);
    requireRight(context, Right.EXPORTS);
    return withUserErrors(
      async () => {
        const { since, until, ...words } = auditFilter(filter);
        const params = { ...words, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null };
        return { download: context.house.downloads.offer({ kind: 'audit', params, owner: actorOf(context) }) };
      },
      { download: null },
    );
  }

  @FieldResolver(() => String, { nullable: true, description: 'The operator’s address or the key’s name; null for the system.' })
  actorName(@Root() { actor }: AuditEntry, @Ctx() { loaders }: Context): Promise<string | null> | null {
    return actor === 'system' ? null : loaders.actorName.load(actor);
  }
}

/** A filter of the audit as it may be looked for. Throws BAD_INPUT on the field that cannot. */
export function auditFilter(filter: AuditFilterInput | null | undefined): AuditFilter {
  const { entity, entityId, actor, action, since = null, until = null } = filter ?? {};
  if (since !== null && until !== null && since >= until)
    throw badInput('filter.until', 'The time ends before it begins.', 'a time after since');
  return {
    entity: searchText('filter.entity', entity),
    entityId: searchText('filter.entityId', entityId),
    actor: searchText('filter.actor', actor),
    action: searchText('filter.action', action),
    since,
    until,
  };
}
