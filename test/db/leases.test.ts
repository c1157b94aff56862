import { releaseLease, renewLease, requireLease, takeLease } from '../../store/leases';
import { withDatabase } from '../support/database';

const fixture = withDatabase();

const expire = (name: string) => fixture.db.query(`update leases set "expiresAt" = now() - interval '1 second' where name = $1`, [name]);

describe('a lease', () => {
  it('goes to one of many who ask at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, (_, index) => takeLease(fixture.db, 'one', `holder ${index}`, 30)));
    expect(tokens.filter((token) => token !== null)).toEqual([1]);
  });

  it('passes on when it expires, and the one who slept is told so', async () => {
    const first = (await takeLease(fixture.db, 'sleep', 'a', 30)) ?? 0;
    expect(await renewLease(fixture.db, 'sleep', first, 30)).toBe(true);
    await expire('sleep');
    expect(await renewLease(fixture.db, 'sleep', first, 30)).toBe(false);
    const second = (await takeLease(fixture.db, 'sleep', 'b', 30)) ?? 0;
    expect(second).toBeGreaterThan(first);
    await expect(fixture.db.transaction((db) => requireLease(db, 'sleep', first))).rejects.toThrow('another holder');
    await releaseLease(fixture.db, 'sleep', first);
    expect(await renewLease(fixture.db, 'sleep', second, 30)).toBe(true);
  });

  it('is free at once when given back, with a token never seen before', async () => {
    const first = (await takeLease(fixture.db, 'back', 'a', 30)) ?? 0;
    await releaseLease(fixture.db, 'back', first);
    expect(await takeLease(fixture.db, 'back', 'b', 30)).toBe(first + 1);
  });
});
