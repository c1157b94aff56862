import pino from 'pino';
import { CauseKind, type Notice } from '../../core/notice';
import { listen, publish } from '../../store/notices';
import { withDatabase } from '../support/database';
import { until } from '../support/until';

const fixture = withDatabase();
const log = pino({ level: 'silent' });

async function listening() {
  const heard: Notice[] = [];
  let reconnects = 0;
  const listener = await listen(fixture.url, { onNotice: (notice) => heard.push(notice), onReconnect: () => reconnects++, log });
  ears.push(listener);
  return { heard, reconnects: () => reconnects, stop: listener.stop };
}

const ears: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(ears.splice(0).map((ear) => ear.stop()));
});

const terminate = () =>
  fixture.db.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'kinograph notices'",
  );

describe('notices', () => {
  it('arrive on commit and never before, and not at all after a rollback', async () => {
    const ear = await listening();
    await fixture.db.transaction(async (db) => {
      await publish(db, [{ topic: 'model', id: 1 }]);
      await publish(fixture.db, [{ topic: 'model', id: 2 }]);
      await until('the second is heard', () => ear.heard.length === 1);
    });
    const failed = fixture.db.transaction(async (db) => {
      await publish(db, [{ topic: 'model', id: 3 }]);
      throw new Error('changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    await publish(fixture.db, [{ topic: 'placements' }]);
    await until('the last is heard', () => ear.heard.length === 3);
    expect(ear.heard).toEqual([{ topic: 'model', id: 2 }, { topic: 'model', id: 1 }, { topic: 'placements' }]);
  });

  it('carry a thousand users of one commit, in payloads that PostgreSQL takes', async () => {
    const ear = await listening();
    const users = Array.from({ length: 1000 }, (_, index) => ({
      userId: index + 1,
      version: 7,
      cause: CauseKind.EVENT,
      eventId: '0f8fad5b-d9cb-469f-a165-70867728950e',
      titleId: index,
    }));
    await publish(fixture.db, [
      { topic: 'users', users },
      { topic: 'titles', ids: null },
    ]);
    await until('the last notice is heard', () => ear.heard.at(-1)?.topic === 'titles');
    expect(ear.heard.flatMap((notice) => (notice.topic === 'users' ? notice.users : []))).toEqual(users);
  });

  it('that nobody of ours wrote are dropped', async () => {
    const ear = await listening();
    for (const payload of [
      '',
      '{',
      '[]',
      'null',
      '{"topic":"model","id":"1"}',
      '{"topic":"users","users":[null]}',
      '{"topic":"constructor"}',
    ])
      await fixture.db.query('select pg_notify($1, $2)', ['kinograph', payload]);
    await publish(fixture.db, [{ topic: 'key', id: 5 }]);
    await until('ours is heard', () => ear.heard.length > 0);
    expect(ear.heard).toEqual([{ topic: 'key', id: 5 }]);
  });

  it('come again after the connection was cut, which the listener is told', async () => {
    const ear = await listening();
    await terminate();
    await until('the listener is back', () => ear.reconnects() === 1);
    await publish(fixture.db, [{ topic: 'job', id: 9 }]);
    await until('a notice is heard', () => ear.heard.length === 1);
  });

  it('leave no connection behind, also when stopped while reconnecting', async () => {
    const ear = await listening();
    await terminate();
    await ear.stop();
    const left = "select 1 from pg_stat_activity where datname = current_database() and application_name = 'kinograph notices'";
    await until('no connection is left', async () => (await fixture.db.query(left)).length === 0);
  });
});
