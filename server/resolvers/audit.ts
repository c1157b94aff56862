import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AuditEntry } from '../../core/audit';
import { Right } from '../../core/rights';
import { AuditConnection, AuditEntryType } from '../../schema/audit';
import { type Connection, PageArgs } from '../../schema/page';
import { auditPage, countAudit } from '../../store/audit';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { requireRight } from '../rights';

@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Query(() => AuditConnection, { description: 'Who changed what, newest first.' })
  async audit(
    @Arg('entity', () => String, { nullable: true, description: 'Only of this kind of thing, for example title.' }) entity:
      | string
      | null
      | undefined,
    @Arg('entityId', () => ID, { nullable: true, description: 'Only of this one.' }) entityId: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AuditEntry>> {
    requireRight(context, Right.AUDIT_READ);
    const { db } = context.house.database;
    return connectionFrom(await auditPage(db, { entity, entityId, page: pageFrom(page) }), () => countAudit(db, { entity, entityId }));
  }
}
