import { removeOld } from '../../store/maintenance';
import { keepPartitions } from '../../store/partitions';
import { withDatabase } from '../support/database';

const fixture = withDatabase();

const now = new Date('2031-12-30T23:30:00Z');

describe('partitions', () => {
  it('stand ahead of time over the turn of a year, made once however many processes ask', async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, () => keepPartitions(fixture.db, now)));
    const made = asked.flatMap((answer) => answer.made);
    expect(made).toEqual(expect.arrayContaining(['events_2031_12', 'events_2032_03', 'served_2031_12_30', 'served_2032_01_06']));
    expect(made).toHaveLength(4 + 8);
  });

  it('of what was served are dropped after 30 days, and those of events never', async () => {
    const start = new Date('2033-01-01T00:00:00Z');
    await keepPartitions(fixture.db, start);
    const { dropped } = await keepPartitions(fixture.db, new Date('2033-02-03T12:00:00Z'));
    expect(dropped).toEqual(expect.arrayContaining(['served_2033_01_01', 'served_2033_01_03']));
    expect(dropped.filter((name) => !name.startsWith('served_') || name >= 'served_2033_01_04')).toEqual([]);
  });

  it('are found by the rows and carry the indexes of the whole', async () => {
    await keepPartitions(fixture.db, now);
    await fixture.db.query(
      `insert into events (id, type, owner, "userId", "occurredAt", "receivedAt") values ('e', 'CLICK', 1, 1, $1, $1)`,
      [now],
    );
    const [row] = await fixture.db.query('select tableoid::regclass::text as home from events where id = $1', ['e']);
    expect(row.home).toBe('events_2031_12');
    const loose = `select indexrelid::regclass from pg_index where indrelid = 'events_2031_12'::regclass
                   and indexrelid not in (select inhrelid from pg_inherits)`;
    expect(await fixture.db.query(loose)).toEqual([]);
  });
});

describe('maintenance', () => {
  it('removes what its rule names and keeps the rest', async () => {
    await fixture.db.query(
      `insert into title_activity ("titleId", hour, weight)
       values (1, $1::timestamptz - interval '61 days', 1), (1, $1::timestamptz - interval '59 days', 1)`,
      [now],
    );
    await fixture.db.query(
      `insert into list_snapshots (id, "createdAt", list)
       values (gen_random_uuid(), $1::timestamptz - interval '31 minutes', '[]'), (gen_random_uuid(), $1::timestamptz, '[]')`,
      [now],
    );
    const removed = {
      listSnapshots: 1,
      jobRuns: 0,
      jobLogs: 0,
      jobLeases: 0,
      operatorSessions: 0,
      titleActivity: 1,
      numbers: 0,
      sightings: 0,
      unknownTitles: 0,
      serverProcesses: 0,
      alerts: 0,
      importDrafts: 0,
      importRows: 0,
      uploads: 0,
      modelChunks: 0,
      checkpoints: 0,
      chatSessions: 0,
      personalizeCalls: 0,
    };
    expect(await removeOld(fixture.db, now)).toEqual(removed);
    expect(await removeOld(fixture.db, now)).toEqual({ ...removed, listSnapshots: 0, titleActivity: 0 });
  });
});
