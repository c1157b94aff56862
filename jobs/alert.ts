import { alertMessage } from '../core/alert-webhook';
import { sendToWebhook } from '../flow/alert-webhook';
import { alertWebhook, noteDelivery } from '../store/alert-webhook';
import { alertById } from '../store/alerts';
import type { JobKind } from './job';

/** Sends one alert to the webhook; the queue tries again, with longer and longer pauses, until it is answered. */
export function alertJob({ allowPrivate }: { readonly allowPrivate: boolean }): JobKind<'alert'> {
  return {
    name: 'alert',

    async run({ db, clock, payload: { alertId, event } }) {
      const [webhook, alert] = [await alertWebhook(db), await alertById(db, alertId)];
      if (alert === null || !webhook?.enabled) return { sent: false };
      const now = clock();
      const delivery = `${alertId}-${event}`;
      try {
        await sendToWebhook(webhook, { body: alertMessage(alert, event), now, delivery, allowPrivate });
      } catch (error) {
        await noteDelivery(db, error instanceof Error ? error.message : String(error), now);
        throw error;
      }
      await noteDelivery(db, null, now);
      return { sent: true };
    },
  };
}
