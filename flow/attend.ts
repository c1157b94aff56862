import type { AlertEvent } from '../core/alert-webhook';
import { type Alert, AttentionCode } from '../core/attention';
import { needsAttention } from '../core/attention-rules';
import { LISTED_KINDS } from '../core/title';
import { alertWebhook, webhookState } from '../store/alert-webhook';
import { type AlertChange, settleAlerts } from '../store/alerts';
import { interactionCount, readAttentionFacts } from '../store/attention-facts';
import type { Db } from '../store/database';
import { databaseGauges, hasGauge, saveGauges, titleGauges } from '../store/gauges';
import { publish } from '../store/notices';
import { enqueue } from '../store/queue';

/** Keeps the numbers that only a look at the database tells: its size and connections, the interactions, and each quarter of an hour the listed titles. */
export async function keepGauges(db: Db, now: Date): Promise<void> {
  const titles = (await hasGauge(db, `titles:${LISTED_KINDS[0]}`, now)) ? {} : await titleGauges(db, LISTED_KINDS);
  await saveGauges(db, { ...(await databaseGauges(db)), interactions: await interactionCount(db), ...titles }, now);
}

/** Looks what needs attention, and tells of what began or ended: the pages at once, the webhook once each. */
export async function attend(db: Db, now: Date): Promise<AlertChange> {
  const webhook = (await alertWebhook(db))?.enabled ? await webhookState(db) : null;
  const found = needsAttention({ ...(await readAttentionFacts(db, now)), webhook });
  return db.transaction(async (db) => {
    const change = await settleAlerts(db, found, now);
    if (webhook !== null) {
      await tell(db, change.began, 'began');
      await tell(db, change.ended, 'ended');
    }
    if (change.began.length + change.ended.length > 0 || change.reworded) await publish(db, [{ topic: 'metrics' }]);
    return change;
  });
}

/** About 17 minutes of tries, each twice as long after the last. */
const TRIES = 10;

async function tell(db: Db, alerts: readonly Alert[], event: AlertEvent): Promise<void> {
  for (const { id, code } of alerts) {
    // A webhook cannot be told that it does not answer.
    if (code !== AttentionCode.WEBHOOK_FAILING) await enqueue(db, 'alert', { alertId: id, event }, { maxAttempts: TRIES });
  }
}
