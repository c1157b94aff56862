import { signatureOf } from '../../core/alert-webhook';
import { saveAlertWebhook, sendToWebhook } from '../../flow/alert-webhook';
import { attend } from '../../flow/attend';
import { isPublicAddress } from '../../flow/public-address';
import { alertJob } from '../../jobs/alert';
import { webhookState } from '../../store/alert-webhook';
import { openAlerts } from '../../store/alerts';
import { startApp, type TestApp } from '../support/app';
import { everyCaller, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aJobContext } from '../support/job-context';
import { type Receiver, startReceiver } from '../support/receiver';

const fixture = withDatabase();
let app: TestApp;
let receiver: Receiver;
let callers: Readonly<Record<string, Headers>>;

beforeAll(async () => {
  app = await startApp(fixture.url);
  receiver = await startReceiver();
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(async () => {
  await app.stop();
  await receiver.stop();
});

const SAVE = `mutation ($input: AlertWebhookInput!) { saveAlertWebhook(input: $input) {
  webhook { url enabled failures error } secret userErrors { code field } } }`;
interface Saved {
  readonly webhook: object | null;
  readonly secret: string | null;
  readonly userErrors: readonly object[];
}
const save = async (input: object) =>
  fieldOf<Saved>(await ask(app.url, SAVE, { headers: callers.admin, variables: { input } }), 'saveAlertWebhook');
const send = (alertId: number, given: { allowPrivate?: boolean } = {}) =>
  alertJob({ allowPrivate: true, ...given }).run(aJobContext<'alert'>(fixture.database, { alertId, event: 'began' }));

async function anAlert(): Promise<number> {
  await fixture.db.query(`insert into job_runs (name, state, error, "finishedAt") values ('train', 'FAILED', 'It broke', now())`);
  await attend(fixture.db, new Date());
  return (await openAlerts(fixture.db))[0]?.id ?? 0;
}

describe('the alert webhook', () => {
  it('is saved by an admin, who sees its secret once; no audit repeats it', async () => {
    const { secret, webhook } = await save({ url: receiver.url });
    expect([secret, webhook]).toEqual([
      expect.stringMatching(/^whs_[\w-]{43}$/),
      { url: receiver.url, enabled: true, failures: 0, error: null },
    ]);
    expect(await save({ url: receiver.url, enabled: false })).toMatchObject({ secret: null, webhook: { enabled: false } });
    expect((await save({ url: receiver.url, renewSecret: true })).secret).not.toBe(secret);
    const audit = JSON.stringify(await fixture.db.query('select * from audit'));
    expect([audit.includes('alertWebhook.save'), audit.includes('whs_')]).toEqual([true, false]);
    const shown = await ask(app.url, '{ alertWebhook { url enabled } }', { headers: callers.admin });
    expect(shown.text).not.toContain('whs_');
  });

  it('is sent a message whose signature its receiver can check', async () => {
    const { secret } = await save({ url: receiver.url, renewSecret: true });
    const id = await anAlert();
    await send(id);
    const { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: '' };
    expect(headers['x-kinograph-signature']).toBe(signatureOf(secret ?? '', Number(headers['x-kinograph-timestamp']), body));
    expect(headers['x-kinograph-delivery']).toBe(`${id}-began`);
    expect(JSON.parse(body)).toMatchObject({
      event: 'began',
      code: 'JOB_FAILED',
      severity: 'WARNING',
      remedy: expect.stringMatching(/^\/admin\/jobs\/\d+$/),
    });
    expect(await webhookState(fixture.db)).toMatchObject({ failures: 0, error: null, deliveredAt: expect.any(String) });
  });

  it('is tried again when it does not answer with a 2xx, and what went wrong is told; a redirect is not followed', async () => {
    await save({ url: receiver.url });
    const id = await anAlert();
    const before = receiver.received.length;
    receiver.answer(500);
    await expect(send(id)).rejects.toThrow('It answered 500.');
    receiver.answer(302, { location: `${receiver.url}/elsewhere` });
    await expect(send(id)).rejects.toThrow('It answered 302.');
    expect(receiver.received).toHaveLength(before + 2);
    expect(await webhookState(fixture.db)).toMatchObject({ failures: 2, error: 'It answered 302.' });
    receiver.answer(204);
    await send(id);
    expect(await webhookState(fixture.db)).toMatchObject({ failures: 0, error: null });
  });

  it('never leads to this machine or its network in production, however the address is written', async () => {
    const before = receiver.received.length;
    const port = new URL(receiver.url).port;
    const hosts = [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '0.0.0.0',
      '169.254.169.254',
      '10.0.0.1',
    ];
    for (const host of hosts) {
      await saveAlertWebhook(fixture.db, 'system', { url: `http://${host}:${port}/hook`, enabled: true, renewSecret: false });
      await expect(send(await anAlert(), { allowPrivate: false })).rejects.toThrow('private network');
    }
    expect(receiver.received).toHaveLength(before);
  });

  it.each([
    ['8.8.8.8', true],
    ['1.1.1.1', true],
    ['2606:4700:4700::1111', true],
    ['127.9.9.9', false],
    ['172.31.0.1', false],
    ['172.32.0.1', true],
    ['100.64.0.1', false],
    ['192.168.1.1', false],
    ['::', false],
    ['::1', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['ff02::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['::ffff:10.0.0.1', false],
    ['nonsense', false],
  ])('knows whether %s is an address of the internet', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });

  it.each(['', 'ftp://a.example', 'javascript:alert(1)', 'https://user:password@a.example', `https://a.example/${'x'.repeat(2_000)}`])(
    'refuses %s as an address',
    async (url) => {
      expect(await save({ url })).toMatchObject({ webhook: null, userErrors: [{ code: 'BAD_INPUT', field: 'input.url' }] });
    },
  );

  it('says in a sentence why nothing was reached, without an address', async () => {
    const webhook = { url: 'http://127.0.0.1:1/', enabled: true, secret: 'x' };
    const sending = { body: '{}', now: new Date(), delivery: '1', allowPrivate: true };
    await expect(sendToWebhook(webhook, sending)).rejects.toThrow(/^Nothing listens there\.$/);
    await expect(sendToWebhook({ ...webhook, url: 'http://nowhere.invalid/' }, sending)).rejects.toThrow('Its host has no address.');
  });
});
