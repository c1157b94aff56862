import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { Role, Scope } from '../../core/caller';
import { EventType } from '../../core/event';
import { TitleKind } from '../../core/title';
import { forgetUser } from '../../flow/forget';
import { setPreferences } from '../../flow/user';
import { publish } from '../../store/notices';
import { aKey } from '../support/callers';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { anEvent } from '../support/event';
import { ask } from '../support/graphql';
import { seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { asViewer, aTracker } from '../support/tracker';
import { until } from '../support/until';
import { aUser } from '../support/user';

describeConsole('people in the console', () => {
  const console = withConsole({ JOBS: 'true' });

  /** Somebody who watched half a film, rated another and got a list. */
  async function aWatcher(name = 'Rosalind Franklin') {
    const { db, app } = console;
    const externalId = `person-${randomUUID()}`;
    const userId = await aUser(db, { externalId, name, timeZone: 'Europe/Helsinki' });
    const [film, other] = [
      await aTitle(db, { name: 'Heat', seconds: 3_600, genres: ['Crime'] }),
      await aTitle(db, { name: 'Ran', year: 1985 }),
    ];
    for (let more = 0; more < 5; more++) await aTitle(db, { name: `Crime ${more}`, genres: ['Crime'] });
    await publish(db, [{ topic: 'titles', ids: null }]);
    await until('the catalogue was read', () => app.house.recommender.local.state().columns.rowOf.has(other));
    const tracker = aTracker(app.house.database);
    await tracker.track(
      asViewer(userId, [
        anEvent({ titleId: film, fromSeconds: 0, toSeconds: 900 }),
        anEvent({ titleId: film, fromSeconds: 1_800, toSeconds: 2_700 }),
        anEvent({ type: EventType.RATING, titleId: other, value: 4.5 }),
      ]),
    );
    await setPreferences(db, { userId, preferences: { genres: { [TitleKind.MOVIE]: { Crime: 0.8 } } }, profile: { city: 'Turku' } });
    return { userId, externalId, film, other };
  }

  /** A front end asks for their list, which so counts as shown. */
  async function shown(userId: number): Promise<void> {
    const { app, db } = console;
    const headers = await aKey(db, Scope.RECOMMENDATIONS_READ);
    const answer = await ask(app.url, `{ recommendations(input: { userId: "${userId}" }) { items(first: 5) { nodes { rank } } } }`, {
      headers,
    });
    expect(answer.errors).toEqual([]);
    await app.house.recommender.served.flush();
  }

  const find = async (page: Page, text: string): Promise<void> => {
    await page.getByPlaceholder('Name or id begins with').fill(text);
  };

  it('are found by how a name or an id begins, and open at who they are', async () => {
    const { externalId } = await aWatcher();
    await aWatcher('Somebody Else');
    const { page, faults } = await console.open({ at: '/people', role: Role.READER });
    await find(page, externalId.slice(0, 20));
    await page.getByText('1–1 of 1').waitFor();
    await page.getByRole('cell', { name: /Rosalind Franklin/ }).click();
    await page.getByRole('heading', { name: 'Rosalind Franklin', level: 1 }).waitFor();
    await page.getByText('Crime · Movie · 80%').waitFor();
    await page.getByText('Turku').waitFor();
    expect(faults).toEqual([]);
  });

  it('show their past as a timeline with what was watched, and event by event', async () => {
    const { userId } = await aWatcher();
    const { page } = await console.open({ at: `/people/${userId}/show?tab=past`, role: Role.READER });
    await page.getByRole('img', { name: 'Watched 50% of 1 h' }).waitFor();
    await page.getByText('rated 4.5 of 5').waitFor();
    await page.getByRole('button', { name: 'Only begun' }).click();
    await page.getByText('No title is like this.').waitFor();
    await page.getByRole('tab', { name: 'Event by event' }).click();
    await page.getByText('Played Heat from 30 min to 45 min').waitFor();
    await page.getByLabel('What happened').click();
    await page.getByRole('option', { name: 'Rated' }).click();
    await until('only ratings are left', async () => (await page.getByText('Played Heat').count()) === 0);
    await page.getByText('Rated Ran 4.5 of 5').waitFor();
    // A reader looks and changes nothing.
    expect(await page.getByRole('button', { name: /^Delete/ }).count()).toBe(0);
  });

  it('show what they get now with reasons, and what was shown to them', async () => {
    const { userId } = await aWatcher();
    const { page } = await console.open({ at: `/people/${userId}/show?tab=now`, role: Role.READER });
    await page.getByText('You like Crime').first().waitFor();
    await shown(userId);
    await page.getByRole('tab', { name: 'What was shown' }).click();
    await page.getByText('A list without a placement').waitFor();
    await page.getByText(/^1\. /).waitFor();
  });

  it('lose a title of their past when an editor takes it out, and their list follows', async () => {
    const { userId } = await aWatcher();
    const { page } = await console.open({ at: `/people/${userId}/show?tab=past`, role: Role.EDITOR });
    await page.getByRole('button', { name: 'Take Heat out of their past' }).click();
    await page.getByRole('button', { name: 'Take it out', exact: true }).click();
    await page.getByText('It is out of their past; their lists follow.').waitFor();
    await until('it is gone', async () => (await page.getByRole('img', { name: /^Watched/ }).count()) === 0);
    await page.getByRole('tab', { name: 'Event by event' }).click();
    await page.getByRole('button', { name: 'Delete: Rated Ran 4.5 of 5' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('There are no such events.').waitFor();
    expect(await console.db.query('select 1 from interactions where "userId" = $1', [userId])).toEqual([]);
  });

  it('leave as a file with everything that is kept of them', async () => {
    const { userId, externalId } = await aWatcher();
    const { page } = await console.open({ at: `/people/${userId}/show`, role: Role.ANALYST });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export their data' }).click()]);
    expect(download.suggestedFilename()).toBe(`person-${userId}.jsonl`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    expect(text).toContain(externalId);
    expect(text.split('\n').filter((line) => line.includes('"table":"events"'))).toHaveLength(3);
    // Erasing is not an analyst's to do.
    expect(await page.getByRole('button', { name: 'Forget this person' }).count()).toBe(0);
    expect(await page.getByRole('menuitem', { name: 'Forgotten' }).count()).toBe(0);
  });

  it('are neither exported nor forgotten by a reader or an editor', async () => {
    const { userId } = await aWatcher();
    for (const role of [Role.READER, Role.EDITOR]) {
      const { page } = await console.open({ at: `/people/${userId}/show`, role });
      await page.getByRole('link', { name: 'Inspect their list' }).waitFor();
      expect(await page.getByRole('button', { name: 'Export their data' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Forget this person' }).count()).toBe(0);
    }
  });

  it('are forgotten once their name is typed, with a receipt that fills and can be taken along', async () => {
    const { userId, externalId } = await aWatcher();
    const { page, faults } = await console.open({ at: `/people/${userId}/show`, role: Role.ADMIN });
    await page.getByRole('button', { name: 'Forget this person' }).click();
    const forget = page.getByRole('button', { name: 'Forget for good' });
    expect(await forget.isDisabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Then train a model that has not learned from them').click();
    await page.getByLabel(`Type app:${externalId} to go on`).fill(`app:${externalId}`);
    await forget.click();
    await page.getByRole('heading', { name: /^Receipt no\./ }).waitFor();
    await page.getByText('Nothing of them is left', { exact: true }).waitFor({ timeout: 20_000 });
    await page.getByText('Titles of their past').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the receipt' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^erasure-\d+\.json$/);
    expect(await console.db.query('select 1 from users where id = $1', [userId])).toEqual([]);
    await page.getByRole('menuitem', { name: 'Forgotten' }).click();
    await page.getByLabel('Was this name forgotten?').fill(`app:${externalId}`);
    await page.getByText('1-1 of 1').waitFor();
    await page.getByLabel('Was this name forgotten?').fill('app:nobody-of-that-name');
    await page.getByText('There is no such receipt.').waitFor();
    expect(faults).toEqual([]);
  });

  it('say so when they are there no more, and when the server is away', async () => {
    const { page } = await console.open({ at: '/people/987654321/show' });
    await page.getByRole('alert').waitFor();
    const away = await console.open({ at: '/people' });
    await away.page.getByPlaceholder('Name or id begins with').waitFor();
    await away.page.route('**/graphql', (route) => route.abort());
    await find(away.page, 'nobody');
    await away.page
      .getByText(/cannot be reached/)
      .first()
      .waitFor({ timeout: 20_000 });
  });

  it('are looked at: full, empty, and with names that try to break the page', async () => {
    const hostile = await aWatcher(`<img src=x onerror=alert(1)> 🎬👩‍👩‍👧 مرحبا ${'x'.repeat(150)}`);
    const { userId } = await aWatcher();
    await shown(userId);
    const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();
    await lookAt(console, 'people', { at: '/people', ready: (page) => page.getByRole('cell', { name: 'Your app' }).first().waitFor() });
    await lookAt(console, 'people-none', { at: '/people?filter={"search":"nothing"}', ready: text('Nobody is called like this.') });
    await lookAt(console, 'person', { at: `/people/${userId}/show`, ready: text('Crime · Movie') });
    await lookAt(console, 'person-hostile', { at: `/people/${hostile.userId}/show`, ready: text('Crime · Movie') });
  }, 240_000);

  it('are looked at in their past, their lists and their receipts', async () => {
    const { userId } = await aWatcher();
    await shown(userId);
    const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();
    await lookAt(console, 'person-past', { at: `/people/${userId}/show?tab=past`, ready: text('rated 4.5 of 5') });
    await lookAt(console, 'person-events', { at: `/people/${userId}/show?tab=events`, ready: text('Played Heat') });
    await lookAt(console, 'person-now', { at: `/people/${userId}/show?tab=now`, ready: text('You like Crime') });
    const gone = await aWatcher();
    const { id } = await forgetUser(console.db, { userId: gone.userId, confirmedId: gone.userId, retrain: false, actor: 'operator:1' });
    await lookAt(console, 'erasures', { at: '/erasures', ready: text(`No. ${id}`) });
    await lookAt(console, 'erasure', { at: `/erasures/${id}/show`, ready: text('Nothing of them is left') });
    await lookAt(console, 'person-shown', { at: `/people/${userId}/show?tab=shown`, ready: text('A list without a placement') });
  }, 240_000);
});
