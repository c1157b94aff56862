import { EngineName } from '../../core/recommendation';
import { promoteModel } from '../../flow/model';
import { removeOld } from '../../store/maintenance';
import { loadFactors, modelsList } from '../../store/models';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';

const fixture = withDatabase();

describe('models that were live long ago', () => {
  it('lose their factors beyond the last five, keep their figures, and cannot be promoted any more', async () => {
    const { db } = fixture;
    const ids: number[] = [];
    for (let at = 0; at < 7; at++) ids.push(await aLiveModel(db, new Map([[1, [1, 0]]])));
    const removed = await removeOld(db, new Date(Date.now() + 60_000));
    expect(removed.modelChunks).toBe(4);
    expect((await modelsList(db)).map(({ id }) => id)).toEqual([...ids].reverse());
    const [oldest = 0, ...others] = ids;
    const by = { actor: 'operator:1', now: new Date() } as const;
    await expect(promoteModel(db, oldest, by)).rejects.toMatchObject({ code: 'CONFLICT', field: 'id' });
    for (const id of others) expect((await promoteModel(db, id, by)).engine).toBe(EngineName.LOCAL);
    for (const model of await modelsList(db)) {
      if (model.id !== oldest) expect((await loadFactors(db, model)).titleIds).toEqual([1]);
    }
  });
});
