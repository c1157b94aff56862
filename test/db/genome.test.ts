import { gzipSync } from 'node:zlib';
import { relevanceByte } from '../../core/blend/tag-vectors';
import { Scope } from '../../core/caller';
import { importGenome } from '../../flow/import-genome';
import { startApp, type TestApp } from '../support/app';
import { aBlend, listedIn, seenBlend } from '../support/blend';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { createUpload, put, sendFile } from '../support/upload';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let key: Headers;
const films: number[] = [];
let extra: number;

/** 60 films of five tags, and two that ann and ben watched: each likes one tag. */
const TAGS = ['bleak', 'brisk', 'grand', 'gentle', 'odd'];
const VECTORS = Array.from({ length: 60 }, (_, film) => TAGS.map((_, tag) => ((film * 37 + tag * 61 + film * tag * 13) % 101) / 100));
const ANN = [1, 0.2, 0.4, 0, 0.1];
const BEN = [0.1, 1, 0.4, 0.2, 0];
const ALL = [...VECTORS, ANN, BEN];
const TAG_FILE = `tagId,tag\n${TAGS.map((tag, at) => `${at + 1},${tag}`).join('\n')}\n`;
const scoreFile = (rows: readonly (readonly number[])[]): string =>
  `movieId,tagId,relevance\n${rows.flatMap((row, film) => row.map((value, tag) => `${film + 1},${tag + 1},${value}`)).join('\n')}\n`;

beforeAll(async () => {
  for (const [film] of ALL.entries())
    films.push(await aTitle(fixture.db, { name: `Film ${film}`, externalIds: [{ source: 'movielens', value: String(film + 1) }] }));
  extra = await aTitle(fixture.db, { name: 'Without a genome' });
  app = await startApp(fixture.url, { JOBS: 'true' });
  key = await aKey(fixture.db, Scope.CATALOGUE_WRITE, Scope.METRICS_READ);
});
afterAll(() => app.stop());

interface Told {
  readonly id: string;
  readonly state: string;
  readonly error: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
}

const send = (content: string | Buffer, name: string): Promise<string> =>
  sendFile(app.url, key, { name, content, type: Buffer.isBuffer(content) ? 'application/gzip' : 'text/csv' });

async function start(scoresUploadId: string, tagsUploadId: string): Promise<{ job: { id: string } | null; userErrors: object[] }> {
  const call = 'mutation ($input: ImportGenomeInput!) { importGenome(input: $input) { job { id } userErrors { code field message } } }';
  return fieldOf(await ask(app.url, call, { variables: { input: { scoresUploadId, tagsUploadId } }, headers: key }), 'importGenome');
}

/** Imports both files and answers the job once it has ended. */
async function imported(scores: string | Buffer, tags: string | Buffer = TAG_FILE): Promise<Told> {
  const { job } = await start(await send(scores, 'genome-scores.csv'), await send(tags, 'genome-tags.csv'));
  const read = async (): Promise<Told> =>
    fieldOf(
      await ask(app.url, 'query ($id: ID!) { job(id: $id) { id state error result } }', { variables: { id: job?.id }, headers: key }),
      'job',
    );
  await until('the import has ended', async () => ['SUCCEEDED', 'FAILED'].includes((await read()).state), 200);
  return read();
}

const genome = async (): Promise<object> => fieldOf(await ask(app.url, '{ genome { titles tags } }', { headers: key }), 'genome');

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, at) => (relevanceByte(value) - relevanceByte(b[at] as number)) / 255));

describe('the tag genome', () => {
  it('comes from compressed files with what is left out told, and is audited', async () => {
    const scores = `${scoreFile(ALL)}777,1,0.5\n1,1,0.9\n2,3,much\n${films.length},9,0.1\n`;
    const job = await imported(gzipSync(scores), gzipSync(TAG_FILE));
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null });
    const last = ALL.length * TAGS.length + 1;
    expect(job.result).toEqual({
      titles: 62,
      tags: 5,
      rows: last + 3,
      incomplete: [{ movieId: 777, tags: 1 }],
      incompleteCount: 1,
      unknownTitles: 1,
      repeatedTitles: 0,
      badRows: 3,
      problems: [
        { file: 'scores', row: last + 2, field: 'tagId', message: expect.any(String) },
        { file: 'scores', row: last + 3, field: 'relevance', message: expect.any(String) },
        { file: 'scores', row: last + 4, field: 'tagId', message: expect.any(String) },
      ],
    });
    expect(await genome()).toEqual({ titles: 62, tags: 5 });
    const audit = await fixture.db.query(`select action, after from audit where entity = 'job' and "entityId" = $1 order by id`, [job.id]);
    expect(audit).toMatchObject([{ action: 'genome.start' }, { action: 'genome.import', after: { titles: 62, tags: 5 } }]);
  });

  it('lets a blend by tags list the nearest titles first, and names what has none', async () => {
    await imported(scoreFile(ALL));
    const ann = await aViewer(app.url);
    await addInteraction(fixture.db, ann.id, films[60] as number);
    await addInteraction(fixture.db, ann.id, extra);
    const id = await aBlend(app.url, [ann], 'taste: TAGS');
    const blend = await until('the genome is in use', async () => {
      const seen = await seenBlend(app.url, ann, id);
      return seen?.tagSource === 'GENOME' ? seen : undefined;
    });
    const nearest = [...VECTORS.keys(), 61].sort((a, b) => distance(ALL[a] as number[], ANN) - distance(ALL[b] as number[], ANN));
    expect(listedIn(blend)).toEqual(nearest.map((film) => films[film]));
    expect(blend.members[0]).toMatchObject({ titleCount: 1, unscoredCount: 1, unscored: [{ id: String(extra) }] });
  });

  it('lets the original’s blend choose twenty of the forty nearest to both, those about as near to each first', async () => {
    await imported(scoreFile(ALL));
    const [ann, ben] = [await aViewer(app.url), await aViewer(app.url)];
    await addInteraction(fixture.db, ann.id, films[60] as number);
    await addInteraction(fixture.db, ben.id, films[61] as number);
    const blend = await seenBlend(app.url, ann, await aBlend(app.url, [ann, ben], 'strategy: ORIGINAL'));
    const both = VECTORS.map((vector, film) => ({ film, to: [distance(vector, ANN), distance(vector, BEN)] as const }));
    const pool = both.sort((a, b) => a.to[0] + a.to[1] - b.to[0] - b.to[1]).slice(0, 40);
    const even = [...pool].sort((a, b) => Math.abs(a.to[0] - a.to[1]) - Math.abs(b.to[0] - b.to[1])).slice(0, 20);
    expect(blend?.tagSource).toBe('GENOME');
    expect(blend && listedIn(blend)).toEqual(even.map(({ film }) => films[film]));
  });

  it('leaves the one before in its place where no title of the file has all tags, or the file is broken', async () => {
    await imported(scoreFile(ALL));
    const before = await genome();
    const short = await imported(scoreFile(ALL.map((row) => row.slice(1))));
    expect(short).toMatchObject({ state: 'FAILED', error: expect.stringContaining('has all 5 tags') });
    const cut = gzipSync(scoreFile(ALL));
    expect(await imported(cut.subarray(0, cut.length - 20))).toMatchObject({
      state: 'FAILED',
      error: expect.stringContaining('broken or cut short'),
    });
    expect(await imported('userId,movieId,rating\n1,1,5\n')).toMatchObject({
      state: 'FAILED',
      error: expect.stringContaining('no column tagId'),
    });
    expect(await genome()).toEqual(before);
  });

  it('that is stopped changes nothing', async () => {
    await imported(scoreFile(ALL));
    const before = await genome();
    const files = {
      scoresUploadId: Number(await send(scoreFile(ALL.slice(0, 3)), 'genome-scores.csv')),
      tagsUploadId: Number(await send(TAG_FILE, 'genome-tags.csv')),
    };
    const stop = new AbortController();
    const progress = async (fraction: number) => {
      if (fraction > 0.9) stop.abort(new Error('stopped'));
    };
    await expect(importGenome(fixture.db, files, { actor: 'system', runId: 1, signal: stop.signal, progress })).rejects.toThrow('stopped');
    expect(await genome()).toEqual(before);
  });

  it('refuses tags that unpack to more than they may', async () => {
    const bomb = gzipSync(`tagId,tag\n${'\n'.repeat(20_000_000)}`);
    expect(await imported(scoreFile(ALL), bomb)).toMatchObject({ state: 'FAILED', error: expect.stringContaining('once it is unpacked') });
  });

  it('takes only one’s own files that have come, and only the genome takes them compressed', async () => {
    const scores = await send(gzipSync(scoreFile(ALL)), 'genome_scores.csv.gz');
    const other = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
    const foreign = await sendFile(app.url, other, { name: 'genome-tags.csv', content: TAG_FILE });
    expect(await start(scores, foreign)).toMatchObject({ job: null, userErrors: [{ code: 'NOT_FOUND', field: 'input.tagsUploadId' }] });
    const { upload } = await createUpload(app.url, key, { name: 'genome-tags.csv' });
    expect(await start(scores, upload?.id ?? '')).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: 'input.tagsUploadId' }] });
    const preview = 'mutation ($ids: [ID!]!) { previewImport(input: { uploadIds: $ids }) { userErrors { field message } } }';
    const asked = await ask(app.url, preview, { variables: { ids: [scores] }, headers: key });
    expect(asked.data).toMatchObject({
      previewImport: { userErrors: [{ field: 'input.uploadIds', message: expect.stringContaining('gzip') }] },
    });
    const plain = await createUpload(app.url, key, { name: 'x.csv.gz', bytes: 9, type: 'application/gzip' });
    const sent = await put(`${app.url}${plain.url}`, 'tagId,tag', { 'content-type': 'application/gzip' });
    expect(sent.error).toMatchObject({ code: 'BAD_INPUT', field: 'type' });
  });
});
