import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GetPersonalizedRankingCommand, GetRecommendationsCommand, type PredictedItem } from '@aws-sdk/client-personalize-runtime';
import { DEFAULT_SETTINGS } from '../../core/als-settings';
import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import type { S3 } from '../../engine/aws/s3';
import { importInteractions } from '../../flow/import-interactions';
import { importTitles } from '../../flow/import-titles';
import { promoteModel } from '../../flow/model';
import { trainNow } from '../../jobs/train';
import { startApp, type TestApp } from '../support/app';
import { arn, aSigner, clientsOf, filtersAndPlacement, recipe } from '../support/aws';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';
import { until } from '../support/until';

// The video recommender's own files lie beside the repository where we develop; a made-up log of the same shape stands in for them elsewhere.
const REAL = join(__dirname, '..', '..', '..', 'shared', 'data', 'watch-log');
const isReal = existsSync(REAL);
const LOG = isReal ? join(REAL, 'watch_log.csv') : join(__dirname, '..', 'fixtures', 'watch-log.csv');
const EXPECTED = isReal ? { watched: 10_943, clicked: 9_057, pairs: 925 } : { watched: 104, clicked: 88, pairs: expect.any(Number) };
if (!isReal) console.warn('SKIPPED: the watch log is not at hand, so a made-up one stands in for its 10,943 watched and 9,057 clicked.');

const fixture = withDatabase();
const unhurried = { signal: new AbortController().signal, progress: () => undefined };
let app: TestApp;
let counts: object;

beforeAll(async () => {
  const now = new Date();
  if (isReal)
    for (const format of ['labels', 'links'] as const)
      await importTitles(fixture.db, { format, text: readFileSync(join(REAL, `item_${format}.csv`), 'utf8'), now, ...unhurried });
  else for (const value of clipsIn(LOG)) await aTitle(fixture.db, clip(value));
  app = await startApp(fixture.url);
  const s3 = { read: async () => ({ bytes: statSync(LOG).size, body: createReadStream(LOG) }) } as unknown as S3;
  const names = { users: 'app', titles: 'video' };
  await importInteractions({ s3, tracker: app.house.tracker, url: 's3://bucket/watch_log.csv', names, ...unhurried });
  counts = await counted();
  await madeUpPeople();
  await filtersAndPlacement(fixture.db);
  const settings = { ...DEFAULT_SETTINGS, k: 8, iterations: 4 };
  const { modelId } = await trainNow(
    { database: fixture.database, clock: () => now, progress: () => undefined },
    { settings, evaluate: false },
  );
  if (modelId === null) throw new Error('No model was trained.');
  await promoteModel(fixture.db, modelId, { actor: 'system', now });
  await until('the model serves', () => app.house.recommender.local.state().modelId !== null);
}, 60_000);
afterAll(() => app.stop());

describe('the watch log of the video recommender', () => {
  it('is counted as the original counted it', () => {
    expect(counts).toEqual(EXPECTED);
  });

  it('gives the four answers of the original, each with id, title, address and, where a model scored, score', async () => {
    const signer = await aSigner(app, [Scope.RECOMMENDATIONS_READ], { source: 'video' });
    const { runtime } = clientsOf(signer, `${app.url}/aws`);
    const metadataColumns = { ITEMS: ['NAME', 'URL'] };
    const [{ userId }] = await fixture.db.query(
      `select "externalId" as "userId" from users join interactions on "userId" = users.id where "externalId" not like 'made-up%'
       group by 1 order by count(*) desc, 1 limit 1`,
    );
    const asked = { numResults: 10, metadataColumns };
    const ask = async (input: object) => (await runtime.send(new GetRecommendationsCommand({ ...asked, ...input }))).itemList ?? [];
    const popular = await ask({ campaignArn: recipe('aws-popularity-count') });
    const [{ itemId = '' } = {}] = popular;
    const similar = await ask({ campaignArn: recipe('aws-sims'), itemId });
    const personal = await ask({ campaignArn: arn('campaign/wide'), userId });
    const inputList = similar.map((item) => item.itemId ?? '');
    const ranking = { campaignArn: recipe('aws-personalized-ranking'), userId, inputList, metadataColumns };
    const { personalizedRanking: ranked = [] } = await runtime.send(new GetPersonalizedRankingCommand(ranking));

    for (const answer of [popular, similar, personal, ranked]) expect(answer.every(isWhole)).toBe(true);
    expect([popular, similar].flat().every(({ score }) => score === undefined)).toBe(true);
    expect(similar.map((item) => item.itemId)).not.toContain(itemId);
    expect(ranked.map((item) => item.itemId).sort()).toEqual([...inputList].sort());
    for (const scored of [personal, ranked]) {
      const scores = scored.flatMap(({ score }) => score ?? []);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });
});

function isWhole({ itemId, metadata }: PredictedItem): boolean {
  // The label stands in where a title has no name but its id.
  return Boolean(itemId) && Boolean(metadata?.NAME) && metadata?.NAME !== itemId && /^https:/.test(metadata?.URL ?? '');
}

async function counted(): Promise<object> {
  const [row] = await fixture.db.query(
    `select count(*) filter (where "toSeconds" - "fromSeconds" >= "mediaSeconds" / 2)::int as watched,
       count(*) filter (where "toSeconds" - "fromSeconds" < "mediaSeconds" / 2)::int as clicked,
       (select count(*)::int from interactions) as pairs
     from events`,
  );
  return row;
}

/** A kind of title with fewer than 1,000 pairs is ranked by genres, and the log has 925: so many more people that a model scores it. */
async function madeUpPeople(): Promise<void> {
  const watched: { titleId: number }[] = await fixture.db.query('select distinct "titleId" from interactions order by 1');
  const { pairs } = counts as { readonly pairs: number };
  const people = Math.ceil((1_001 - pairs) / watched.length);
  const eventOf = (person: number, { titleId }: { titleId: number }, at: number) => ({
    ...{ id: `${person} ${titleId}`, type: (person + at) % 3 === 0 ? 'CLICK' : 'COMPLETED', occurredAt: new Date().toISOString() },
    ...{ titleId: String(titleId), userId: `app:made-up-${person}` },
  });
  const events = Array.from({ length: people }, (_, person) => watched.map((title, at) => eventOf(person, title, at))).flat();
  const asked = { owner: -2, subject: null, mayNameUsers: true, sentAt: null, addressHash: null };
  for (let at = 0; at < events.length; at += 1_000) await app.house.tracker.track({ ...asked, events: events.slice(at, at + 1_000) });
}

function clipsIn(file: string): ReadonlySet<string> {
  return new Set(readFileSync(file, 'utf8').match(/clip-\d+/g) ?? []);
}

function clip(value: string) {
  return {
    ...{ kind: TitleKind.VIDEO, name: value, genres: ['Cooking', 'Person'], mediaUrl: `https://clips.example/${value}.mp4` },
    externalIds: [{ source: 'video', value }],
  };
}
