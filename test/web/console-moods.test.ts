import { Role } from '../../core/caller';
import { publish } from '../../store/notices';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

describeConsole('moods in the console', () => {
  const console = withConsole();
  const weights = async () => {
    const [row] = await console.db.query(`select genres, version from moods where id = 'joyful'`);
    return row as { readonly genres: readonly { readonly genre: string; readonly weight: number }[]; readonly version: number };
  };

  beforeAll(async () => {
    await aTitle(console.db, { name: 'A Merry Evening', genres: ['Comedy'], seconds: 5_400 });
    await aTitle(console.db, { name: 'A Long Night', genres: ['Horror'] });
    await publish(console.db, [{ topic: 'titles', ids: null }]);
    await until('both are known', () => console.app.house.recommender.local.state().columns.size === 2);
  });

  it('are shaped by sliders beside a preview, and tell how many titles have no length', async () => {
    const { page, faults, strangers } = await console.open({ role: Role.EDITOR, at: '/moods' });
    await page.getByText('1 title').waitFor();
    await page.getByRole('link', { name: 'Joyful' }).click();
    const preview = page.getByRole('list', { name: 'Preview of Movie' });
    await preview.getByText('A Merry Evening').waitFor();
    expect(await preview.getByText('A Long Night').count()).toBe(0);
    await page.getByRole('slider', { name: 'Weight of Horror, movie' }).press('End');
    await preview.getByText('A Long Night').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await until('it is saved', async () => (await weights()).genres.some(({ genre, weight }) => genre === 'Horror' && weight === 1));
    expect(await seriousFaults(page)).toEqual([]);
    expect([faults, strangers]).toEqual([[], []]);
  }, 60_000);

  it('are not overwritten where somebody else was quicker, and not taken out while a placement asks for them', async () => {
    const { page } = await console.open({ role: Role.EDITOR, at: '/moods/joyful' });
    await page.getByLabel('Name in English').fill('Very joyful');
    await console.db.query(`update moods set version = version + 1, names = jsonb_set(names, '{en}', '"Glad"') where id = 'joyful'`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else saved this while you were at it').waitFor();
    await page.getByText('Glad', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Saved: lists go by it from now on.').waitFor();
    await console.db.query(
      `insert into placements (name, description, input, engine) values ('glad-list', '', '{"mood": "joyful"}', 'LOCAL')`,
    );
    await page.getByRole('button', { name: 'Take out', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
    await page.getByText(/Placements ask for this mood: glad-list/).waitFor();
  }, 60_000);

  it('can be read by a reader, and changed by none', async () => {
    const { page } = await console.open({ role: Role.READER, at: '/moods/calm' });
    await page.getByRole('heading', { name: 'As it is saved' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Save|Take out)$/ }).count()).toBe(0);
  }, 60_000);

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    await lookAt(console, 'mood', {
      role: Role.EDITOR,
      at: '/moods/party',
      ready: (page) =>
        page
          .getByText(/fit, .* known/)
          .first()
          .waitFor(),
    });
  }, 60_000);
});
