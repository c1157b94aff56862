import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ApiKeyKind } from '../../core/api-key';
import { Role, Scope } from '../../core/caller';
import { EngineName } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import { savePlacement } from '../../flow/placement';
import { publish } from '../../store/notices';
import { anOperator, describeConsole, lookAt, withConsole } from '../support/console';
import { shoot } from '../support/page';
import { overflowOf, seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';

/** Names that try to break a page: as code, as pictures, from right to left, and without end. */
const HOSTILE = ['<img src=x onerror=alert(1)>', '🎬👩‍👩‍👧 𝕶𝖊𝖞', 'مفتاح المتجر <b>', 'x'.repeat(100)];
const GONE = 'The database is not there right now.';
const by = { actor: 'system', now: new Date() } as const;
const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();
const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor();

describeConsole('the pages of access', () => {
  const console = withConsole();
  let reader = 0;
  jest.setTimeout(120_000);

  beforeAll(async () => {
    const { db } = console;
    reader = (await anOperator(db, Role.READER)).id;
    for (const name of HOSTILE) {
      await createApiKey(db, { kind: ApiKeyKind.SERVER, name, scopes: [Scope.EVENTS_WRITE, Scope.METRICS_READ] }, by);
      const page = { kind: ApiKeyKind.BROWSER, name, origins: ['https://shop.example', 'https://a.example'] };
      await revokeApiKey(db, (await createApiKey(db, page, by)).key.id, by);
      const { id } = await anOperator(db, Role.EDITOR);
      await db.query('update operators set name = $2 where id = $1', [id, name]);
    }
    const films = await Promise.all(HOSTILE.map((name) => aTitle(db, { name })));
    await publish(db, [{ topic: 'titles', ids: films }]);
    const input = { kinds: [TitleKind.MOVIE], yearFrom: 1900, excludeSeen: false };
    const placement = { name: `row-${randomUUID()}`, description: HOSTILE.join(' '), input, engine: EngineName.LOCAL };
    await savePlacement(db, by.actor, { ...placement, version: null });
    await db.query(
      `insert into served_slots (slot, placement, engine, "modelId", kind, lists, titles)
       values (date_trunc('hour', now()), 'home', 'LOCAL', 7, 'MOVIE', 1234, 12340), (date_trunc('hour', now()), 'home', 'LOCAL', 0, 'MOVIE', 5, 50)`,
    );
  }, 60_000);

  it.each([
    ['operators', '/operators', text(/^x{100}$/)],
    ['keys', '/keys', text(/^x{100}$/)],
    ['audit', '/audit', text('made a key')],
    ['placements', '/placements', text('1,239')],
    ['placement', '/placements/home', text('1,234')],
    ['operator-add', '/operators/create', heading('Add operator')],
    ['key-make', '/keys/create', heading('Make a key')],
    ['account', '/account', text('This browser')],
    ['keys-none', '/keys?filter={"search":"nothing"}', text('No keys here.')],
    ['audit-none', '/audit?filter={"actor":"key:999999"}', text('Nothing like this was changed.')],
  ] as const)('are looked at in dark and light, on a desk and on a phone: %s', async (name, at, ready) => {
    await lookAt(console, name, { at, ready });
  });

  it('are looked at in dark and light, on a desk and on a phone: one operator', async () => {
    await lookAt(console, 'operator', { at: `/operators/${reader}`, ready: text('Signed in nowhere.') });
  });

  it.each([
    ['/login', 'sign-in', 'Sign in'],
    ['/reset#token', 'reset', 'Choose a password'],
    ['/reset', 'reset-used', 'This link is used up'],
  ])('of whoever is not in yet are looked at too: %s', async (at, name, title) => {
    for (const [dark, width] of [[true, 1440] as const, [false, 390] as const]) {
      const { page, strangers } = await console.openAsNobody({ at, dark, width });
      await heading(title)(page);
      await shoot(page, `console-${name}-${dark ? 'dark' : 'light'}-${width}`);
      const overflow = await overflowOf(page);
      expect([overflow, await seriousFaults(page), strangers]).toEqual([0, [], []]);
      await page.context().close();
    }
  });

  it.each([
    ['/keys', 'query ApiKeys'],
    ['/operators', 'query Operators'],
    ['/audit', 'query Audit('],
    ['/placements', 'query Placements'],
    ['/placements/home', 'query Placements'],
  ])('wait in grey for %s, say when it cannot be had, and try again', async (at, query) => {
    const { page } = await console.open({ at: '/account' });
    await text('This browser')(page);
    const { promise: looked, resolve: haveLooked } = gate();
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes(query)) return route.continue();
      await looked;
      return route.fulfill({ json: { errors: [{ message: GONE, extensions: { code: 'INTERNAL' } }] } });
    });
    await page.goto(`${console.app.url}/admin${at}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('.MuiSkeleton-root, .RaDataTable-root, .MuiLinearProgress-root') !== null);
    expect(await seriousFaults(page)).toEqual([]);
    haveLooked();
    await page.getByText(GONE).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(GONE).first().waitFor({ state: 'detached' });
  });
});

/** Something to wait for until a test says so. */
function gate(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, resolve: () => open() };
}
