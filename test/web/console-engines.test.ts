import { Role } from '../../core/caller';
import { EngineName } from '../../core/recommendation';
import { addComparison } from '../../store/engine-comparisons';
import { describeConsole, lookAt, withConsole } from '../support/console';

describeConsole('the engines of a placement', () => {
  const console = withConsole();
  jest.setTimeout(60_000);

  it('are offered where they are ready, beside what the one that is only asked was compared by', async () => {
    const { db } = console;
    const { page, faults } = await console.open({ role: Role.EDITOR, at: '/placements/home' });
    await page.getByLabel('Engine').click();
    expect(await page.getByRole('option').allTextContents()).toEqual(['Local']);
    await page.getByRole('option', { name: 'Local' }).click();
    expect(await page.getByLabel('Compare with').count()).toBe(0);

    await db.query(`update placements set shadow = 'PERSONALIZE', "shadowShare" = 0.25 where name = 'home'`);
    const both = { placement: 'home', at: new Date(), served: EngineName.LOCAL, shadow: EngineName.PERSONALIZE, servedMs: 2 };
    for (const overlapAt10 of [0.5, 0.7])
      await addComparison(db, { ...both, compared: { overlapAt10, overlapAt20: 0.8, shadowMs: 100 * overlapAt10 } });
    await addComparison(db, { ...both, compared: null });
    await page.reload();
    const compared = page.getByRole('table', { name: 'Engines compared' });
    await compared.getByText('Local, Amazon Personalize').waitFor();
    expect(await compared.getByRole('row').last().getByRole('cell').allTextContents()).toEqual([
      ...['Local, Amazon Personalize', '2', '60%', '80%', '2.0, at most 2', '60.0, at most 70', '1 (33.3%)'],
    ]);
    await page.getByText('Lists that are compared: 25%').waitFor();
    await page.getByLabel('Compare with').click();
    await page.getByRole('option', { name: 'None' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: from now on').waitFor();
    expect(await db.query(`select shadow from placements where name = 'home'`)).toEqual([{ shadow: null }]);
    expect(faults).toEqual([]);
  });

  it('are looked at in dark and light, on a desk and on a phone', async () => {
    await console.db.query(`update placements set shadow = 'PERSONALIZE' where name = 'side-list'`);
    await lookAt(console, 'placement-engines', {
      at: '/placements/side-list',
      ready: (page) => page.getByText('No list was compared').waitFor(),
    });
  });
});
