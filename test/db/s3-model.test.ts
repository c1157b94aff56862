import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DEFAULT_SETTINGS } from '../../core/als-settings';
import { readConfig } from '../../core/config';
import { EngineName } from '../../core/recommendation';
import { openS3, type S3 } from '../../engine/aws/s3';
import { exportModelTo, importModelFrom } from '../../flow/model-objects';
import { jobsOn } from '../../jobs/list';
import { insertModel, loadFactors, modelsByIds } from '../../store/models';
import { withDatabase } from '../support/database';
import { type Fauxqs, startFauxqs } from '../support/fauxqs';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let aws: Fauxqs;
let s3: S3;

beforeAll(async () => {
  aws = await startFauxqs(['models']);
  s3 = openS3({ buckets: ['models'], connection: aws.connection });
});
afterAll(async () => {
  s3.close();
  await aws.stop();
});

const asked = (url: string) => ({ s3, url, signal: new AbortController().signal, progress: () => undefined });

async function aStored(): Promise<number> {
  const titleIds = [await aTitle(fixture.db), await aTitle(fixture.db), await aTitle(fixture.db)];
  const settings = { ...DEFAULT_SETTINGS, k: 2 };
  const told = {
    engine: EngineName.LOCAL,
    settings,
    snapshot: 'abc',
    users: 5,
    interactions: 9,
    metrics: { loss: 0.5 },
    trainedSeconds: 1,
  };
  const factors = {
    titleIds,
    items: Float32Array.of(0.1, 0.2, 0.3, -0.4, 0.5, 1e-8),
    gram: Float64Array.of(1 / 3, 0.1, 0.1, 2 / 3),
    popularity: Float64Array.of(1, 2, 3),
  };
  return insertModel(fixture.db, told, factors);
}

async function partsOf(id: number) {
  const [model] = await modelsByIds(fixture.db, [id]);
  if (!model) throw new Error('The model is not there.');
  const { items, titleIds, gram, popularity } = await loadFactors(fixture.db, model);
  return { settings: model.settings, snapshot: model.snapshot, state: model.state, items, titleIds, gram, popularity };
}

describe('a model in S3', () => {
  it('comes back bit for bit, as one that nobody has promoted, and is written once', async () => {
    const id = await aStored();
    expect(await exportModelTo(fixture.db, { ...asked('s3://models/live/'), modelId: id })).toEqual({
      ...{ modelId: id, folder: `s3://models/live/${id}/`, uploaded: 5 },
    });
    expect(await exportModelTo(fixture.db, { ...asked('s3://models/live'), modelId: id })).toMatchObject({ uploaded: 0 });
    const { modelId } = await importModelFrom(fixture.db, asked(`s3://models/live/${id}`));
    expect(modelId).not.toBe(id);
    expect(await partsOf(modelId)).toEqual(await partsOf(id));
  });

  it('is refused where a file was changed, is missing, or names titles that are not here', async () => {
    const id = await aStored();
    const url = `s3://models/bad/${id}`;
    await exportModelTo(fixture.db, { ...asked('s3://models/bad'), modelId: id });
    await fixture.db.query('delete from titles where id = (select max(id) from titles)');
    await expect(importModelFrom(fixture.db, asked(url))).rejects.toThrow('Of the 3 titles of this model 2 are here.');
    const client = new S3Client(aws.connection);
    await client.send(new PutObjectCommand({ Bucket: 'models', Key: `bad/${id}/popularity.f64`, Body: Buffer.alloc(24) }));
    client.destroy();
    await expect(importModelFrom(fixture.db, asked(url))).rejects.toThrow('popularity.f64 is not what a whole model has.');
    await expect(importModelFrom(fixture.db, asked('s3://models/none'))).rejects.toThrow('No such model in S3.');
    await expect(exportModelTo(fixture.db, { ...asked('s3://models/bad'), modelId: 999_999 })).rejects.toThrow('No such model.');
  });

  it('is not for buckets that the settings do not name', async () => {
    const kind = jobsOn(readConfig({})).find(({ name }) => name === 'import-model');
    const context = aJobContext(fixture.database, { s3Url: 's3://models/live/1' });
    await expect(kind?.run(context)).rejects.toThrow('The bucket models is not allowed.');
  });
});
