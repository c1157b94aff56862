import { ModelState } from '../../core/model';
import { EngineName } from '../../core/recommendation';
import { promoteModel } from '../../flow/model';
import { checkpointStatements, openCheckpoint, readCheckpoint } from '../../store/checkpoints';
import { removeOld } from '../../store/maintenance';
import { loadFactors, modelsList } from '../../store/models';
import { enqueue } from '../../store/queue';
import { withDatabase } from '../support/database';
import { aLiveModel, aTrainedModel } from '../support/factors';

const fixture = withDatabase();
const vectors = new Map([[1, [1, 0] as const]]);
const by = { actor: 'operator:1', now: new Date() } as const;
const later = () => new Date(Date.now() + 60_000);

async function several(count: number, make: () => Promise<number>): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < count; at++) ids.push(await make());
  return ids;
}

describe('models that are old', () => {
  it('lose their factors beyond the last five that were live, keep their figures, and cannot be promoted any more', async () => {
    const { db } = fixture;
    const ids = await several(7, () => aLiveModel(db, vectors));
    const removed = await removeOld(db, later());
    expect(removed.modelChunks).toBe(4);
    expect((await modelsList(db)).map(({ id }) => id)).toEqual([...ids].reverse());
    const [oldest = 0, ...others] = ids;
    await expect(promoteModel(db, oldest, by)).rejects.toMatchObject({ code: 'CONFLICT', field: 'id' });
    for (const id of others) expect((await promoteModel(db, id, by)).engine).toBe(EngineName.LOCAL);
    for (const model of await modelsList(db)) {
      if (model.id === oldest) expect(model.bytes).toBe(0);
      else expect((await loadFactors(db, model)).titleIds).toEqual([1]);
    }
  });

  it('lose their factors beyond the ten trained last, where they were never live', async () => {
    const { db } = fixture;
    const live = await aLiveModel(db, vectors);
    const [first = 0, second = 0, ...kept] = await several(12, () => aTrainedModel(db, vectors));
    await removeOld(db, later());
    const bytes = new Map((await modelsList(db)).map((model) => [model.id, model.bytes]));
    expect([first, second].map((id) => bytes.get(id))).toEqual([0, 0]);
    expect([live, ...kept].map((id) => bytes.get(id))).toEqual(Array(11).fill(2 * 4 + 8 + 4 * 8 + 8));
    expect((await removeOld(db, later())).modelChunks).toBe(0);
    await expect(promoteModel(db, first, by)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await promoteModel(db, kept[0] ?? 0, by)).state).toBe(ModelState.LIVE);
  });
});

describe('checkpoints', () => {
  it('go when their run has ended, and stay while it waits or runs', async () => {
    const { db } = fixture;
    const waiting = await enqueue(db, 'train', {});
    for (const runId of [waiting, waiting + 1]) {
      await openCheckpoint(db, runId, new Date());
      const factors = { users: Float32Array.of(1, 2), items: Float32Array.of(3) };
      for (const { text, values } of checkpointStatements(runId, { iteration: 4, curve: [] }, factors)) await db.query(text, [...values]);
    }
    expect((await removeOld(db, later())).checkpoints).toBe(2);
    expect(await openCheckpoint(db, waiting, new Date())).toMatchObject({ iteration: 4, snapshot: null });
    const found = { users: new Float32Array(2), items: new Float32Array(1) };
    expect(await readCheckpoint(db, waiting, found)).toBe(true);
    expect(found).toEqual({ users: Float32Array.of(1, 2), items: Float32Array.of(3) });
    expect(await readCheckpoint(db, waiting, { ...found, items: new Float32Array(2) })).toBe(false);
    expect(await readCheckpoint(db, waiting + 1, found)).toBe(false);
  });
});

describe('a model of another version', () => {
  it('is neither promoted nor read, with a sentence, and the live one stays', async () => {
    const { db } = fixture;
    const live = await aLiveModel(db, vectors);
    const id = await aTrainedModel(db, vectors);
    await db.query('update models set format = 2 where id = $1', [id]);
    const refusal = { code: 'CONFLICT', message: `Model ${id} is stored in format 2, which this version of Kinograph does not read.` };
    await expect(promoteModel(db, id, by)).rejects.toMatchObject(refusal);
    const model = (await modelsList(db)).find((each) => each.id === id);
    await expect(model && loadFactors(db, model)).rejects.toMatchObject(refusal);
    expect((await modelsList(db)).find(({ state }) => state === ModelState.LIVE)?.id).toBe(live);
  });

  it('is refused when its chunks are not what it says: one missing, one too long', async () => {
    const { db } = fixture;
    for (const damage of [
      `delete from model_chunks where part = 'gram' and "modelId" = $1`,
      `update model_chunks set bytes = bytes || '\\x00' where part = 'items' and "modelId" = $1`,
    ]) {
      const id = await aTrainedModel(db, vectors);
      await db.query(damage, [id]);
      const model = (await modelsList(db)).find((each) => each.id === id);
      await expect(model && loadFactors(db, model)).rejects.toMatchObject({ code: 'CONFLICT', field: 'id' });
    }
  });
});
