import { forgetUser } from '../../flow/forget';
import { erasureById } from '../../store/erasures';
import { keepPartitions } from '../../store/partitions';
import { withDatabase } from '../support/database';
import { until } from '../support/until';
import { aUser } from '../support/user';
import { killed, withWorkers } from '../support/workers';

const fixture = withDatabase();
const { work } = withWorkers(fixture, 'forget');
const EVENTS = 150_000;

describe('forgetting somebody of very many events', () => {
  it('goes on where a worker was killed, and the receipt counts each row once', async () => {
    const { db } = fixture;
    await keepPartitions(db, new Date());
    const userId = await aUser(db);
    await db.query(
      `insert into events (id, type, owner, "userId", "titleId", "occurredAt") select n::text, 'CLICK', $1, $1, n, now() from generate_series(1, $2::int) n`,
      [userId, EVENTS],
    );
    await db.query('insert into event_ids (owner, id) select $1, gen_random_uuid() from generate_series(1, $2::int)', [userId, EVENTS]);
    const { id } = await forgetUser(db, { userId, confirmedId: userId, retrain: false, actor: 'system' });
    const first = await work();
    const halfway = await until(
      'a part is removed',
      async () => {
        const erasure = await erasureById(db, id);
        return (erasure?.counts.events ?? 0) > 0 ? erasure : null;
      },
      60,
    );
    await killed(first);
    expect(halfway).toMatchObject({ erasedAt: null });
    // Nobody waits twenty seconds for a lease that is known to be dead.
    await db.query(`update leases set "expiresAt" = now() - interval '1 second' where name like 'job:%'`);
    const second = await work();
    const done = await until(
      'nothing is left',
      async () => {
        const erasure = await erasureById(db, id);
        return erasure?.erasedAt ? erasure : null;
      },
      90,
    );
    await killed(second);
    expect(done.counts).toMatchObject({ users: 1, events: EVENTS, event_ids: EVENTS });
    expect(await db.query('select 1 from events where "userId" = $1 union all select 1 from event_ids where owner = $1', [userId])).toEqual(
      [],
    );
  }, 240_000);
});
