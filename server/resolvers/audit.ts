import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AuditEntry } from '../../core/audit';
import { badInput } from '../../core/errors';
import { Right } from '../../core/rights';
import { isText } from '../../core/text';
import { AuditConnection, AuditEntryType } from '../../schema/audit';
import { type Connection, PageArgs } from '../../schema/page';
import { auditPage, countAudit } from '../../store/audit';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { requireRight } from '../rights';

const LONGEST = 500;

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
    checkText('entity', entity);
    checkText('entityId', entityId);
    const wanted = { entity, entityId };
    const { db } = context.house.database;
    return connectionFrom(await auditPage(db, { ...wanted, page: pageFrom(page) }), () => countAudit(db, wanted));
  }
}

function checkText(field: string, text: string | null | undefined): void {
  if (!isText(text ?? '', LONGEST))
    throw badInput(field, `${field} cannot be looked for as it came.`, `at most ${LONGEST} characters without NUL`);
}
