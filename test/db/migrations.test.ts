import { migrate } from '../../store/database';
import { withDatabase } from '../support/database';

const fixture = withDatabase();

describe('migrations', () => {
  it('do nothing the second time, also when twenty processes begin at once', async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => migrate(fixture.database)));
    expect(runs.flat()).toEqual([]);
  });
});
