import pino from 'pino';
import { EngineName } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { dataPlane } from '../../engine/personalize/clients';
import { livePersonalize } from '../../flow/personalize-engine';
import { savePlacement } from '../../flow/placement';
import { createRecommender, type RankedAnswer, type Recommender } from '../../flow/recommend';
import { engineComparisons } from '../../store/engine-comparisons';
import { createServedWriter } from '../../store/served';
import { withDatabase } from '../support/database';
import { addUser } from '../support/person';
import { type DataServer, startDataServer } from '../support/personalize/data';
import { ALL_TARGETS } from '../support/personalize/targets';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
const now = new Date('2026-06-01T12:00:00Z');

let server: DataServer;
const films: number[] = [];
beforeAll(async () => {
  server = await startDataServer();
  for (let at = 0; at < 6; at++) films.push(await aTitle(fixture.db));
});
afterAll(() => server.stop());

async function aRecommender({ answerMs = 5_000 } = {}): Promise<Recommender> {
  const { database } = fixture;
  const recommender = createRecommender({
    ...{ database, log, clock: () => now, served: createServedWriter({ database, log }), answerMs },
    remote: livePersonalize({ plane: dataPlane(server.options), read: async () => ALL_TARGETS, log }).remote,
  });
  await recommender.start();
  return recommender;
}

const items = (ids: readonly number[]) => ({ itemList: ids.map((id) => ({ itemId: String(id) })) });
const idsOf = (answer: RankedAnswer): number[] => answer.top(500).map(({ titleId }) => titleId);

describe('an engine that is asked beside the one that serves', () => {
  const shadowed = async (name: string, engine: EngineName, shadow: EngineName): Promise<string> => {
    const input = { explorationShare: 0, kinds: [TitleKind.MOVIE] };
    await savePlacement(fixture.db, 'system', { name, description: '', input, engine, shadow, shadowShare: 1, version: null });
    return name;
  };
  const comparisonsOf = (name: string) => engineComparisons(fixture.db, [name], new Date(now.getTime() - 3_600_000));

  it('is compared in the first places, and its time is taken, while the list is the other’s', async () => {
    const placement = await shadowed('beside', EngineName.LOCAL, EngineName.PERSONALIZE);
    const recommender = await aRecommender();
    const userId = await addUser(fixture.db);
    const local = idsOf(
      await recommender.recommend({ userId, placement: null, filter: { kinds: [TitleKind.MOVIE], explorationShare: 0 } }),
    );
    server.answerWith(() => items([...local.slice(0, 3), 987_654_321]));
    for (let at = 0; at < 2; at++)
      expect(await recommender.recommend({ userId, placement, filter: {} })).toMatchObject({ engine: EngineName.LOCAL });
    await recommender.stop();
    expect(await comparisonsOf(placement)).toMatchObject([
      {
        served: EngineName.LOCAL,
        shadow: EngineName.PERSONALIZE,
        lists: 2,
        failures: 0,
        overlapAt10: 3 / local.length,
        overlapAt20: 3 / local.length,
      },
    ]);
    const [{ servedMs = null, shadowMs = null, shadowMostMs = 0 } = {}] = await comparisonsOf(placement);
    expect([servedMs, shadowMs].every((ms) => ms !== null && ms > 0)).toBe(true);
    expect(shadowMostMs).toBeGreaterThanOrEqual(shadowMs ?? Number.POSITIVE_INFINITY);
  });

  it('holds up nobody: one that never answers is noted as a failure', async () => {
    const placement = await shadowed('silent', EngineName.LOCAL, EngineName.PERSONALIZE);
    server.answerWith(() => 'silence');
    const recommender = await aRecommender({ answerMs: 60 });
    const answer = await recommender.recommend({ userId: await addUser(fixture.db), placement, filter: {} });
    expect(answer.engine).toBe(EngineName.LOCAL);
    expect(await comparisonsOf(placement)).toEqual([]);
    await recommender.stop();
    expect(await comparisonsOf(placement)).toMatchObject([{ lists: 0, failures: 1, overlapAt10: null, shadowMs: null }]);
  });

  it('may be the local one, and is not asked where a request names its engine', async () => {
    const placement = await shadowed('other-way', EngineName.PERSONALIZE, EngineName.LOCAL);
    server.answerWith(() => items(films));
    const recommender = await aRecommender();
    const userId = await addUser(fixture.db);
    await recommender.recommend({ userId, placement, filter: {}, engine: EngineName.PERSONALIZE });
    await recommender.recommend({ userId, placement, filter: {} });
    await recommender.stop();
    expect(await comparisonsOf(placement)).toMatchObject([
      { served: EngineName.PERSONALIZE, shadow: EngineName.LOCAL, lists: 1, overlapAt20: 1 },
    ]);
  });
});
