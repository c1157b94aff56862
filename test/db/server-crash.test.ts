import { openPool } from '../../store/database';
import { isAlive } from '../../store/embedded/cluster';
import { anEvent } from '../support/event';
import { post } from '../support/graphql';
import { databaseOf, firstRunOf, postmasterOf, saveFilm, withServers } from '../support/server-process';
import { until } from '../support/until';

const servers = withServers();
const REQUESTS = 300;
const EVENTS = 5;
const PEOPLE = 3;
const AT_ONCE = 8;

/** Sends every request, some at a time; `acknowledged` holds the calls that were answered. */
async function send(url: string, requests: readonly string[], key: string, acknowledged: Set<number>): Promise<void> {
  const calls = requests.keys();
  const sender = async (): Promise<void> => {
    for (const call of calls) {
      const { status, text } = await post(`${url}/events`, requests[call] ?? '', { authorization: `Bearer ${key}` });
      if (status !== 200) throw new Error(`The intake answered ${status}.`);
      expect(text).not.toContain('REJECTED');
      acknowledged.add(call);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
}

describe('a server that is killed while it takes in events', () => {
  it('has every acknowledged event once after the restart, and every event once after the retry', async () => {
    const first = await servers.start();
    const { directory } = first;
    const { key } = firstRunOf(directory);
    const titleId = await saveFilm(first.url, key);
    const requests = Array.from({ length: REQUESTS }, (_, call) =>
      JSON.stringify({
        events: Array.from({ length: EVENTS }, (_, index) =>
          anEvent({ id: `${call}-${index}`, titleId, userId: `app:${call % PEOPLE}`, toSeconds: 1 }),
        ),
      }),
    );
    const acknowledged = new Set<number>();
    const sending = send(first.url, requests, key, acknowledged).catch(() => 'cut off');
    await until('a third is acknowledged', () => acknowledged.size > REQUESTS / 3);
    const postmaster = postmasterOf(directory) ?? 0;
    await first.ended('SIGKILL');
    expect(await sending).toBe('cut off');
    expect(acknowledged.size).toBeLessThan(REQUESTS);

    const second = await servers.start({}, directory);
    expect(isAlive(postmaster)).toBe(false);
    const pool = openPool(databaseOf(directory), 1);
    const storedIds = async (): Promise<string[]> => (await pool.query('select id from events')).rows.map(({ id }) => id);
    const stored = await storedIds();
    expect(new Set(stored).size).toBe(stored.length);
    for (const call of acknowledged) for (let index = 0; index < EVENTS; index++) expect(stored).toContain(`${call}-${index}`);

    await send(second.url, requests, key, acknowledged);
    expect((await storedIds()).sort()).toEqual(
      requests.flatMap((_, call) => Array.from({ length: EVENTS }, (_, index) => `${call}-${index}`)).sort(),
    );
    const { rows } = await pool.query('select "secondsPlayed" as seconds from interactions');
    expect(rows).toEqual(Array.from({ length: PEOPLE }, () => ({ seconds: (REQUESTS / PEOPLE) * EVENTS })));
    await pool.end();
  });
});
