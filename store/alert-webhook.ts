import type { AlertWebhook, WebhookState } from '../core/alert-webhook';
import type { Db } from './database';

const NAME = 'alert-webhook';
const STATE = 'alert-webhook-state';
const FRESH: WebhookState = { failures: 0, error: null, deliveredAt: null };

/** Where alerts are sent; null: nowhere. */
export async function alertWebhook(db: Db): Promise<AlertWebhook | null> {
  return setting<AlertWebhook>(db, NAME);
}

/** Keeps where alerts are sent. What went wrong at the old address says nothing of the new one. */
export async function saveWebhook(db: Db, webhook: AlertWebhook): Promise<void> {
  await save(db, NAME, webhook);
  await save(db, STATE, FRESH);
}

/** How the webhook fares. */
export async function webhookState(db: Db): Promise<WebhookState> {
  return (await setting<WebhookState>(db, STATE)) ?? FRESH;
}

/** Keeps that a message arrived, or why it did not. */
export async function noteDelivery(db: Db, error: string | null, now: Date): Promise<void> {
  const { failures, deliveredAt } = await webhookState(db);
  await save(db, STATE, error === null ? { ...FRESH, deliveredAt: now.toISOString() } : { failures: failures + 1, error, deliveredAt });
}

async function setting<Value>(db: Db, name: string): Promise<Value | null> {
  const [row]: { value: Value }[] = await db.query('select value from settings where name = $1', [name]);
  return row?.value ?? null;
}

async function save(db: Db, name: string, value: object): Promise<void> {
  await db.query('insert into settings (name, value) values ($1, $2::jsonb) on conflict (name) do update set value = excluded.value', [
    name,
    JSON.stringify(value),
  ]);
}
