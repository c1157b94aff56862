import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../core/decode-text';
import { importTitles, type TitleFormat } from '../../flow/import-titles';
import { resolveTitles, titlesByIds } from '../../store/titles';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const run = (format: TitleFormat, text: string, signal = new AbortController().signal) =>
  importTitles(fixture.db, { format, text, now: new Date(), signal, progress: () => undefined });
const row = (id: number, youtube: string, name = 'Up (2009)') =>
  `Sad,https://x.test/p.jpg,${name},${youtube},184,https://x.test/v.mp4,${id}`;

it('creates, then changes nothing, then updates what changed', async () => {
  expect(await run('clips', [row(1, 'a'), row(2, 'b')].join('\n'))).toEqual({ created: 2, updated: 0, unchanged: 0, problems: [] });
  expect(await run('clips', [row(1, 'a'), row(2, 'b')].join('\n'))).toEqual({ created: 0, updated: 0, unchanged: 2, problems: [] });
  expect(await run('clips', [row(1, 'a'), row(2, 'b', 'Up! (2009)')].join('\n'))).toMatchObject({ updated: 1, unchanged: 1 });
});

it('reports ids that lead to two titles, and rows that repeat one, instead of guessing', async () => {
  await aTitle(fixture.db, { externalIds: [{ source: 'clip', value: '50' }] });
  await aTitle(fixture.db, { externalIds: [{ source: 'youtube', value: 'fifty' }] });
  const { created, problems } = await run('clips', [row(50, 'fifty'), row(51, 'c'), row(51, 'd')].join('\n'));
  expect(created).toBe(1);
  expect(problems).toMatchObject([
    { row: 1, field: 'externalIds' },
    { row: 3, field: 'externalIds' },
  ]);
});

it('joins labels and links of one video, whichever comes first', async () => {
  await run('links', 'item_id,Object Key,URL\nv1,k,https://x.test/v1.mp4\n');
  await run('labels', 'sno,item_id,genres,childlabel,creation_timestamp\n1,v1,"Food",bread,1\n');
  const [id] = await resolveTitles(fixture.db, [{ source: 'video', value: 'v1' }]);
  expect((await titlesByIds(fixture.db, [id ?? 0]))[0]).toMatchObject({ name: 'v1', genres: ['Food'], mediaUrl: 'https://x.test/v1.mp4' });
});

it('leaves nothing behind when it is stopped', async () => {
  await expect(run('clips', row(900, 'zz'), AbortSignal.abort())).rejects.toThrow();
  expect(await resolveTitles(fixture.db, [{ source: 'clip', value: '900' }])).toEqual([null]);
});

const data = join(__dirname, '..', '..', '..', 'shared', 'data');
it('reads the real files, where they are at hand', async () => {
  if (!existsSync(data)) {
    process.stderr.write('SKIPPED: the real clips, labels and links are not at hand.\n');
    return;
  }
  const read = (path: string) => decodeText(readFileSync(join(data, path)));
  expect(await run('clips', read('hosted-clips/clips.csv'))).toMatchObject({ problems: [] });
  expect(await run('labels', read('watch-log/item_labels.csv'))).toMatchObject({ created: 77, problems: [] });
  expect(await run('links', read('watch-log/item_links.csv'))).toMatchObject({ problems: [] });
});
