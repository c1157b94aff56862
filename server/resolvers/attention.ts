import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AlertWebhook } from '../../core/alert-webhook';
import { Right } from '../../core/rights';
import { saveAlertWebhook } from '../../flow/alert-webhook';
import { AlertWebhookInputType, AlertWebhookType, SaveAlertWebhookPayload } from '../../schema/attention';
import { alertWebhook, webhookState } from '../../store/alert-webhook';
import type { Db } from '../../store/database';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';

@Resolver(() => AlertWebhookType)
export class AttentionResolver {
  @Query(() => AlertWebhookType, { nullable: true, description: 'Where alerts are sent; null: nowhere.' })
  async alertWebhook(@Ctx() context: Context): Promise<AlertWebhookType | null> {
    requireRight(context, Right.KEYS_WRITE);
    const { db } = context.house.database;
    const webhook = await alertWebhook(db);
    return webhook && shown(db, webhook);
  }

  @Mutation(() => SaveAlertWebhookPayload, { description: 'Says where alerts are sent. A secret that was made is in this answer only.' })
  saveAlertWebhook(
    @Arg('input', () => AlertWebhookInputType, { description: 'Where.' }) input: AlertWebhookInputType,
    @Ctx() context: Context,
  ): Promise<SaveAlertWebhookPayload> {
    requireRight(context, Right.KEYS_WRITE);
    const { db } = context.house.database;
    return withUserErrors(
      async () => {
        const { webhook, secret } = await saveAlertWebhook(db, actorOf(context), input);
        return { webhook: await shown(db, webhook), secret };
      },
      { webhook: null, secret: null },
    );
  }
}

/** Without its secret. */
async function shown(db: Db, { url, enabled }: AlertWebhook): Promise<AlertWebhookType> {
  const { failures, error, deliveredAt } = await webhookState(db);
  return { url, enabled, failures, error, deliveredAt: deliveredAt === null ? null : new Date(deliveredAt) };
}
