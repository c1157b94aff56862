import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ApiKeyKind } from '../../core/api-key';
import { Role, Scope } from '../../core/caller';
import { EngineName } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import { savePlacement } from '../../flow/placement';
import { anOperator, describeConsole, lookAt, withConsole } from '../support/console';
import { aTitle } from '../support/title';

/** Names that try to break a page: as code, as pictures, from right to left, and without end. */
const HOSTILE = ['<img src=x onerror=alert(1)>', '🎬👩‍👩‍👧 𝕶𝖊𝖞', 'مفتاح المتجر <b>', 'x'.repeat(100)];
const by = { actor: 'system', now: new Date() } as const;

describeConsole('the pages of access', () => {
  const console = withConsole();
  jest.setTimeout(120_000);

  const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor();
  const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();

  async function filled(): Promise<void> {
    for (const name of HOSTILE) {
      await createApiKey(console.db, { kind: ApiKeyKind.SERVER, name, scopes: [Scope.EVENTS_WRITE, Scope.METRICS_READ] }, by);
      const page = { kind: ApiKeyKind.BROWSER, name: `${name}`.slice(0, 100), origins: ['https://shop.example', 'https://a.example'] };
      await revokeApiKey(console.db, (await createApiKey(console.db, page, by)).key.id, by);
      const { id } = await anOperator(console.db, Role.EDITOR);
      await console.db.query('update operators set name = $2 where id = $1', [id, name]);
    }
    for (let film = 0; film < 14; film += 1) await aTitle(console.db, { name: `${HOSTILE[film % 4]} ${film}` });
    const input = { kinds: [TitleKind.MOVIE], yearFrom: 1900, excludeSeen: false };
    const name = `row-${randomUUID()}`;
    await savePlacement(console.db, by.actor, { name, description: HOSTILE.join(' '), input, engine: EngineName.LOCAL, version: null });
    await console.db.query(
      `insert into served_slots (slot, placement, engine, "modelId", kind, lists, titles)
       values (date_trunc('hour', now()), 'home', 'LOCAL', 7, 'MOVIE', 1234, 12340), (date_trunc('hour', now()), 'home', 'LOCAL', 0, 'MOVIE', 5, 50)`,
    );
  }

  it('are looked at full of rows whose names try to break them', async () => {
    await filled();
    await lookAt(console, 'operators', { at: '/operators', ready: text(/^x{100}$/) });
    await lookAt(console, 'keys', { at: '/keys', ready: text(/^x{100}$/) });
    await lookAt(console, 'audit', { at: '/audit', ready: text('made a key') });
    await lookAt(console, 'placements', { at: '/placements', ready: text('1,239') });
    await lookAt(console, 'placement', { at: '/placements/home', ready: text('1,234') });
    await lookAt(console, 'placement-served', { at: '/placements/side-list', ready: text('Nobody asked for it') });
  });

  it('are looked at as forms', async () => {
    const { id } = await anOperator(console.db, Role.READER);
    await lookAt(console, 'operator', { at: `/operators/${id}`, ready: text('Signed in nowhere.') });
    await lookAt(console, 'operator-add', { at: '/operators/create', ready: heading('Add operator') });
    await lookAt(console, 'key-make', { at: '/keys/create', ready: heading('Make a key') });
    await lookAt(console, 'placement-add', { at: '/placements/create', ready: heading('Add placement') });
    await lookAt(console, 'account', { at: '/account', ready: text('This browser') });
  });

  it('are looked at with nothing to show', async () => {
    await lookAt(console, 'keys-none', { at: '/keys?filter={"search":"nothing"}', ready: text('No keys here.') });
    await lookAt(console, 'audit-none', { at: '/audit?filter={"actor":"key:999999"}', ready: text('Nothing like this was changed.') });
  });
});
