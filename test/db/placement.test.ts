import pino from 'pino';
import { EngineName } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { ensurePlacements, type PlacementInput, savePlacement } from '../../flow/placement';
import { createRecommender } from '../../flow/recommend';
import { placementsList } from '../../store/placements';
import { createServedWriter } from '../../store/served';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const log = pino({ level: 'silent' });

const aPlacement = (given: Partial<PlacementInput> = {}): PlacementInput => ({
  name: 'books',
  description: 'Something to read',
  input: { kinds: [TitleKind.BOOK] },
  engine: EngineName.LOCAL,
  version: null,
  ...given,
});

describe('placements', () => {
  it('are there from the start, once', async () => {
    await Promise.all([ensurePlacements(fixture.db), ensurePlacements(fixture.db)]);
    expect((await placementsList(fixture.db)).map(({ name, version }) => [name, version])).toEqual([
      ['home', 1],
      ['side-list', 1],
    ]);
  });

  it('are saved at the version they were read at, audited; anything else is a conflict', async () => {
    const { db } = fixture;
    const made = await savePlacement(db, 'operator:1', aPlacement());
    const changed = await savePlacement(db, 'key:2', aPlacement({ description: 'Books', version: 1 }));
    expect([made.version, changed.version]).toEqual([1, 2]);
    for (const version of [null, 1, 3])
      await expect(savePlacement(db, 'operator:1', aPlacement({ version }))).rejects.toMatchObject({ code: 'CONFLICT' });
    const audit = await db.query(`select actor, before ->> 'version' as before, after ->> 'version' as after from audit order by id`);
    expect(audit).toEqual([
      { actor: 'operator:1', before: null, after: '1' },
      { actor: 'key:2', before: '1', after: '2' },
    ]);
  });

  it('are refused when a field means nothing', async () => {
    const refused = async (given: Partial<PlacementInput>, field: string): Promise<void> =>
      await expect(savePlacement(fixture.db, 'system', aPlacement(given))).rejects.toMatchObject({ code: 'BAD_INPUT', field });
    await refused({ name: 'My List' }, 'input.name');
    await refused({ input: { kinds: [TitleKind.EPISODE] } }, 'input.input.kinds');
    await refused({ input: { yearFrom: 2000, yearTo: 1990 } }, 'input.input.yearTo');
    await refused({ input: { diversity: 1.5 } }, 'input.input.diversity');
    await refused({ input: { explorationShare: -1 } }, 'input.input.explorationShare');
  });

  it('say what a list holds, unless the request says otherwise, from the notice on', async () => {
    const { database, db } = fixture;
    const film = await aTitle(db);
    const book = await aTitle(db, { kind: TitleKind.BOOK });
    const recommender = createRecommender({ database, log, clock: () => new Date(), served: createServedWriter({ database, log }) });
    await recommender.start();
    const idsFor = async (placement: string, filter = {}): Promise<number[]> =>
      (await recommender.recommend({ userId: null, placement, filter })).top(500).map(({ titleId }) => titleId);
    expect(await idsFor('books')).toEqual([book]);
    expect(await idsFor('books', { kinds: [TitleKind.MOVIE] })).toEqual([film]);
    await savePlacement(db, 'operator:1', aPlacement({ name: 'films', input: { kinds: [TitleKind.MOVIE] } }));
    recommender.onNotice({ topic: 'placements' });
    await until('the new placement answers', () => idsFor('films').catch(() => null));
    expect(await idsFor('films')).toEqual([film]);
  });
});
