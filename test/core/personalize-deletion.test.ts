import {
  deletionFile,
  doneDeletions,
  isImported,
  nextDeletion,
  type PersonalizeDeletion,
  plannedDeletions,
} from '../../core/personalize/deletion';
import type { PersonalizeResource } from '../../core/personalize/sync';

const now = new Date('2026-03-10T12:00:00Z');
const settings = { prefix: 'kinograph', bucket: 'bucket', roleArn: 'role' };

function aRow(given: Partial<PersonalizeResource>): PersonalizeResource {
  const nothing = { failureReason: null, nextPollAt: null, intentAt: null, usedAt: null, goneAt: null };
  return {
    ...{ id: 1, syncId: 1, kind: 'DATASET_GROUP', logicalKey: 'group', name: 'old', arn: 'arn', desired: {}, desiredHash: 'h' },
    ...{ status: 'ACTIVE', attempts: 0, createdByUs: true, details: {}, createdAt: now },
    ...nothing,
    ...given,
  };
}
const aPerson = (id: number, isErased = true): PersonalizeDeletion => ({ id, erasureId: id, personId: `4${id}`, createdAt: now, isErased });
const aJob = (datasetGroup: string, deletions: readonly number[], given: Partial<PersonalizeResource> = {}): PersonalizeResource =>
  aRow({ kind: 'DELETION_JOB', name: `job ${datasetGroup}`, desired: { datasetGroup, deletions }, ...given });

describe('the deletion of people at Personalize', () => {
  it('takes a job of each group, of those whose rows are gone here, with a file of one column', () => {
    const rows = [aRow({}), aRow({ name: 'new' }), aRow({ name: 'coming', status: 'CREATE PENDING' })];
    const deletions = [aPerson(1), aPerson(2), aPerson(3, false)];
    const planned = plannedDeletions({ rows: [...rows, aJob('new', [1])], deletions }, settings);
    expect(planned.map(({ desired }) => [desired.datasetGroup, desired.deletions])).toEqual([
      ['old', [1, 2]],
      ['new', [2]],
    ]);
    expect(planned[0]?.name).toMatch(/^kinograph-deletion-[0-9a-f]{10}$/);
    expect(planned[0]?.desired.dataLocation).toBe(`s3://bucket/kinograph/deletions/${planned[0]?.name}.csv`);
    expect(planned.map((job) => deletionFile(job, deletions))).toEqual(['USER_ID\n41\n42\n', 'USER_ID\n42\n']);
    // One at a time.
    expect(plannedDeletions({ rows: [aRow({}), aJob('old', [1], { status: 'CREATE PENDING' })], deletions }, settings)).toEqual([]);
  });

  it('is done when every group that stands has done it and no file is left; a group that is gone is asked no more', () => {
    const groups = [aRow({}), aRow({ name: 'new' })];
    const deletions = [aPerson(1), aPerson(2)];
    const done = (rows: readonly PersonalizeResource[]) => doneDeletions({ rows, plan: [], deletions });
    expect(done([...groups, aJob('old', [1, 2]), aJob('new', [2])])).toEqual([2]);
    expect(done([...groups, aJob('old', [1, 2]), aJob('new', [2], { details: { filed: true } })])).toEqual([]);
    const gone = [aRow({ status: 'GONE' }), aRow({ name: 'new' }), aJob('new', [1, 2])];
    expect(done(gone)).toEqual([1, 2]);
    const left = aJob('old', [1, 2], { status: 'CREATING', details: { filed: true } });
    expect(done([...gone, left])).toEqual([]);
    expect(nextDeletion([...gone, left], now)).toBe(left);
    expect(nextDeletion([...gone, aJob('old', [1, 2], { status: 'CREATING' })], now)).toBeNull();
  });

  it('waits for an import that is under way', () => {
    const anImport = (status: string) => [aRow({ kind: 'IMPORT_JOB', name: 'import', status })];
    expect(['ACTIVE', 'CREATE FAILED', 'CREATE IN_PROGRESS'].map((status) => isImported({ rows: anImport(status), plan: [] }))).toEqual([
      ...[true, true, false],
    ]);
  });
});
