import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openS3 } from '../../engine/aws/s3';
import { sharedFolder } from '../../engine/spark/shared';
import { type Fauxqs, startFauxqs } from '../support/fauxqs';

let aws: Fauxqs;
let folder = '';
beforeAll(async () => {
  aws = await startFauxqs(['mine']);
  folder = mkdtempSync(join(tmpdir(), 'kinograph-spark-'));
  mkdirSync(join(folder, 'whole', 'input'), { recursive: true });
  writeFileSync(join(folder, 'whole', 'input', 'part-00000.csv.gz'), 'part');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await aws.stop();
});

describe('what a cluster reads', () => {
  it('is copied to S3 under the name of the folder, named as Spark names it, and removed again', async () => {
    const s3 = openS3({ buckets: ['mine'], pathStyle: true, connection: aws.connection });
    const shared = sharedFolder(folder, { folder: 's3://mine/spark/' }, s3);
    const key = `spark/${basename(folder)}/whole/input/part-00000.csv.gz`;
    expect(shared.url('whole/input')).toBe(`s3a://mine/spark/${basename(folder)}/whole/input`);
    await shared.share('whole/input');
    expect(await s3.head({ bucket: 'mine', key })).toEqual({ bytes: 4 });
    await shared.clear(['measured/input', 'whole/input']);
    expect(await s3.head({ bucket: 'mine', key })).toBeNull();
    await shared.clear(['whole/input']);
    s3.close();
  });

  it('is the folder itself without S3, and a bucket that the settings do not name is never asked', async () => {
    const s3 = openS3({ buckets: ['mine'], pathStyle: true, connection: aws.connection });
    expect(sharedFolder(folder, { folder: null }, s3).url('whole/input')).toBe(`file://${folder}/whole/input`);
    await expect(sharedFolder(folder, { folder: 's3://theirs' }, s3).share('whole/input')).rejects.toThrow(
      'The bucket theirs is not allowed.',
    );
    s3.close();
  });
});
