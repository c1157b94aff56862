import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { GetObjectCommand, HeadObjectCommand, ListMultipartUploadsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { parse } from 'csv-parse/sync';
import { EventType } from '../../core/event';
import { TitleKind } from '../../core/title';
import { openS3, type S3 } from '../../engine/aws/s3';
import { exportForPersonalize } from '../../flow/personalize-export';
import { withDatabase } from '../support/database';
import { type Fauxqs, startFauxqs } from '../support/fauxqs';
import { aTitle } from '../support/title';
import { aUser } from '../support/user';

const fixture = withDatabase();
const BUCKET = 'exports';
let aws: Fauxqs;
let client: S3Client;
let s3: S3;

beforeAll(async () => {
  aws = await startFauxqs([BUCKET]);
  client = new S3Client(aws.connection);
  s3 = openS3({ buckets: [BUCKET], connection: aws.connection });
});
afterAll(async () => {
  client.destroy();
  s3.close();
  await aws.stop();
});
beforeEach(() => fixture.db.query('truncate events, interactions, titles, users cascade'));

type Options = Partial<Parameters<typeof exportForPersonalize>[1]>;

function exported(prefix: string, options: Options = {}) {
  const signal = new AbortController().signal;
  return exportForPersonalize(fixture.db, { s3, bucket: BUCKET, prefix, signal, progress: () => undefined, ...options });
}

async function keysUnder(prefix: string): Promise<readonly string[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: `${prefix}/` }));
  return Contents.map(({ Key = '' }) => Key);
}

async function objectOf(key: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
  return Body?.transformToString() ?? '';
}

/** So many people with so many plays each of `titles`, every other one a whole play. */
async function plays(people: number, each: number, titles: readonly number[]): Promise<void> {
  await fixture.db.query(
    `with people as (
       insert into users (source, "externalId") select 'app', 'p' || n from generate_series(1, $1) n returning id
     ), seen as (
       insert into interactions ("userId", "titleId", "firstAt", "lastAt")
       select id, $3::bigint[][1], now(), now() from people
     )
     insert into events (id, type, owner, "userId", "titleId", "occurredAt", "receivedAt", "playId", "fromSeconds", "toSeconds", "mediaSeconds")
     select id || '-' || n, 'WATCH_INTERVAL', id, id, ($3::bigint[])[1 + n % cardinality($3::bigint[])],
       '2026-05-01'::timestamptz + n * interval '1 minute', now(), 'play ' || n, 0, case when n % 2 = 0 then 100 else 20 end, 100
     from people, generate_series(1, $2) n`.replace('$3::bigint[][1]', '($3::bigint[])[1]'),
    [people, each, titles],
  );
}

async function log(userId: number, titleId: number, type: EventType, given: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const row = { id: Math.random().toString(36), type, owner: userId, userId, titleId, occurredAt: '2026-05-01T10:00:00.9Z', ...given };
  const names = Object.keys(row);
  await fixture.db.query(
    `insert into events (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
  await fixture.db.query(
    'insert into interactions ("userId", "titleId", "firstAt", "lastAt") values ($1, $2, now(), now()) on conflict do nothing',
    [userId, titleId],
  );
}

describe('the export for Personalize', () => {
  it('tells of every play and everything said, an episode as its show, and leaves out what was only shown', async () => {
    const [user, silent] = [await aUser(fixture.db), await aUser(fixture.db)];
    const film = await aTitle(fixture.db, {
      seconds: 100,
      genres: ['Drama, "dark"', 'a|b'],
      year: 1999,
      certificate: 'R',
      attributes: { language: 'fi', ratingCount: 3 },
    });
    const show = await aTitle(fixture.db, { kind: TitleKind.SHOW, category: 'Crime' });
    const episode = await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number: 1, seconds: 1000 });
    const interval = { playId: 'one', fromSeconds: 0, toSeconds: 30 };
    await log(user, film, EventType.WATCH_INTERVAL, interval);
    // The same part again is not more of it.
    await log(user, film, EventType.WATCH_INTERVAL, { ...interval, occurredAt: '2026-05-01T10:01:00Z' });
    await log(user, film, EventType.WATCH_INTERVAL, { ...interval, playId: 'two', toSeconds: 50 });
    await log(user, episode, EventType.WATCH_INTERVAL, { ...interval, toSeconds: 499 });
    await log(user, episode, EventType.COMPLETED, { occurredAt: '2026-05-02T10:00:00Z' });
    await log(user, film, EventType.RATING, { value: 4.5 });
    await log(user, film, EventType.CLICK);
    await log(user, show, EventType.DISLIKE);
    await log(silent, film, EventType.IMPRESSION, { titleId: null, titleIds: [film] });
    const { files, counts, datasets, minTimestamp, maxTimestamp, preflight } = await exported('rows');

    const second = Date.parse('2026-05-01T10:00:00Z') / 1000;
    const [interactions = '', items = '', users = ''] = await Promise.all(files.map(({ key }) => objectOf(key)));
    expect(interactions.split('\n').slice(1, -1).sort()).toEqual(
      [
        `${user},${film},${second + 60},clicked,`,
        `${user},${film},${second},watched,`,
        `${user},${show},${second},clicked,`,
        `${user},${show},${second + 86_400},watched,`,
        `${user},${film},${second},RATING,4.5`,
        `${user},${film},${second},clicked,`,
        `${user},${show},${second},DISLIKE,`,
      ].sort(),
    );
    expect(counts).toEqual({ watched: 2, clicked: 3, RATING: 1, LIKE: 0, DISLIKE: 1 });
    expect([minTimestamp, maxTimestamp]).toEqual([second, second + 86_400]);
    const told: Record<string, string>[] = parse(items, { columns: true });
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({
      ITEM_ID: String(film),
      GENRES: 'Drama, "dark"|a/b',
      YEAR: '1999',
      AUDIENCE_AGE: '17',
      LANGUAGE: 'fi',
      RATING_COUNT: '3',
      SECONDS: '100',
      PAGES: '',
    });
    expect(parse(users, { columns: true })).toEqual(
      [user, silent].map((id) => ({ USER_ID: String(id), SOURCE: 'app', LOCALE: '', LANGUAGE: '', TIME_ZONE: '' })),
    );
    expect(datasets.map(({ rows }) => rows)).toEqual([7, 2, 2]);
    for (const [index, { schema }] of datasets.entries()) {
      const { fields }: { fields: readonly { readonly name: string }[] } = JSON.parse(schema);
      expect([interactions, items, users][index]?.split('\n')[0]).toBe(fields.map(({ name }) => name).join(','));
    }
    expect(preflight.passed).toBe(false);
    expect(preflight.checks.flatMap(({ fault }) => fault ?? [])).toEqual([
      'Found 7 different interactions of watched, clicked, RATING, LIKE, DISLIKE: at least 1000 are needed.',
      'Found 1 people with 2 such interactions each: at least 25 are needed.',
    ]);
  });

  it('holds what PostgreSQL has, row for row, in files that the manifest tells truly', async () => {
    const titles = [await aTitle(fixture.db), await aTitle(fixture.db), await aTitle(fixture.db)];
    await plays(40, 30, titles);
    const manifest = await exported('whole', { partBytes: 10_000 });
    expect(manifest.preflight).toMatchObject({ passed: true });
    const interactions = manifest.files.filter(({ type }) => type === 'INTERACTIONS');
    expect(interactions.length).toBe(1);
    const rows: { row: string }[] = await fixture.db.query(
      `select concat_ws(',', "userId", "titleId", extract(epoch from "occurredAt")::bigint, case when "toSeconds" >= 50 then 'watched' else 'clicked' end, '') as row
       from events order by "userId", "titleId", sequence`,
    );
    expect((await objectOf(interactions[0]?.key ?? '')).split('\n').slice(1, -1)).toEqual(rows.map(({ row }) => row));
    for (const { key, bytes, sha256 } of manifest.files) {
      const content = await objectOf(key);
      expect([Buffer.byteLength(content), createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
    const keys = await keysUnder('whole');
    const { preflight, uploaded, ...written } = manifest;
    expect(JSON.parse(await objectOf(keys.find((key) => key.endsWith('manifest.json')) ?? ''))).toEqual(written);
    expect([uploaded, keys]).toEqual([3, [...manifest.files.map(({ key }) => key), `whole/${manifest.snapshot}/manifest.json`].sort()]);
  });

  it('sends nothing of the same data again, and only what is missing where a file is gone', async () => {
    await plays(3, 3, [await aTitle(fixture.db)]);
    const first = await exported('twice');
    const again = await exported('twice', { eventTypes: ['watched'] });
    expect(again).toMatchObject({ snapshot: first.snapshot, uploaded: 0, files: first.files });
    expect(again.preflight.checks[0]).toMatchObject({ found: 3 });
    await fixture.db.query(`update events set value = null, "toSeconds" = 60 where "playId" = 'play 1'`);
    expect((await exported('twice')).snapshot).not.toBe(first.snapshot);
    expect((await keysUnder('twice')).length).toBe(8);
  });

  it('splits long interactions into files with a header each', async () => {
    await plays(50, 200, [await aTitle(fixture.db)]);
    const parted = await exported('parted', { partBytes: 65_000 });
    const parts = parted.files.filter(({ type }) => type === 'INTERACTIONS');
    expect(parts.slice(0, 3).map(({ key }) => key.slice(-13))).toEqual(['part-0000.csv', 'part-0001.csv', 'part-0002.csv']);
    const contents = await Promise.all(parts.map(({ key }) => objectOf(key)));
    const lines = contents.flatMap((content) => content.split('\n').slice(1, -1));
    expect([new Set(lines).size, contents.every((content) => content.startsWith('USER_ID,'))]).toEqual([10_000, true]);
  });

  it('sends what is longer than 5 MiB in parts', async () => {
    const bytes = Buffer.alloc(11 * 1024 * 1024, 'kinograph ');
    const place = { bucket: BUCKET, key: 'long' };
    await s3.upload(place, Readable.from([bytes.subarray(0, 5_000_000), bytes.subarray(5_000_000)]), {
      type: 'text/csv',
      signal: new AbortController().signal,
    });
    const { ETag = '' } = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'long' }));
    expect(ETag).toMatch(/-3"$/);
    expect((await buffer((await s3.read(place)).body)).equals(bytes)).toBe(true);
  });

  it('leaves no manifest and no half file where it is stopped on the way', async () => {
    await plays(100, 200, [await aTitle(fixture.db)]);
    const stop = new AbortController();
    const progress = (fraction: number): void => {
      if (fraction > 0.6) stop.abort(new Error('enough'));
    };
    await expect(exported('stopped', { signal: stop.signal, progress })).rejects.toThrow('enough');
    expect(await keysUnder('stopped')).toEqual([]);
    expect((await client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads ?? []).toEqual([]);
    expect(await exported('stopped')).toMatchObject({ uploaded: 3 });
  });

  it('refuses a bucket that is not allowed and one that is not there, without a word of the secret', async () => {
    await expect(exported('x', { bucket: 'others' })).rejects.toThrow('The bucket others is not allowed.');
    const open = openS3({ buckets: ['none-such'], connection: aws.connection });
    await expect(exported('x', { s3: open, bucket: 'none-such' })).rejects.toThrow(/^There is no (bucket none-such\.|s3:\/\/none-such)/);
    open.close();
    const read = await s3.read({ bucket: BUCKET, key: 'nothing' }).catch((error: Error) => error);
    expect(String(read)).toBe('AppError: There is no s3://exports/nothing.');
    await s3.put({ bucket: BUCKET, key: 'here' }, 'x', 'text/plain');
    expect(await text((await s3.read({ bucket: BUCKET, key: 'here' })).body)).toBe('x');
  });
});
