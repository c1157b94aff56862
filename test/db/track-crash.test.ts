import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TrackRequest } from '../../flow/track';
import { interactionsOf } from '../../store/interactions';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aTitle } from '../support/title';
import { asViewer } from '../support/tracker';
import { until } from '../support/until';
import { aUser } from '../support/user';

const fixture = withDatabase();
const PROGRAM = join(__dirname, '..', 'support', 'tracker-process.ts');
const REQUESTS = 120;
const EVENTS = 5;

interface Intake {
  /** Sends requests by their numbers; `acknowledged` grows as answers come. */
  send(calls: readonly number[]): void;
  readonly acknowledged: Set<number>;
  kill(): Promise<void>;
  end(): Promise<void>;
}

async function anIntake(requests: readonly TrackRequest[]): Promise<Intake> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', PROGRAM, fixture.url], { stdio: ['pipe', 'pipe', 'inherit'] });
  const acknowledged = new Set<number>();
  let ready = false;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.on('error', () => undefined);
  if (child.stdout === null) throw new Error('The intake has no output.');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'ready') ready = true;
    else acknowledged.add((JSON.parse(line) as { call: number }).call);
  });
  await until('the intake is ready', () => ready, 20);
  return {
    acknowledged,
    send: (calls) => calls.forEach((call) => void child.stdin?.write(`${JSON.stringify({ call, request: requests[call] })}\n`)),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async end() {
      child.stdin?.end();
      await exited;
    },
  };
}

describe('an intake that is killed', () => {
  it('has every acknowledged event once, and after the retry every event once', async () => {
    const { db } = fixture;
    const titleId = await aTitle(db, { seconds: 10_000 });
    const users = await Promise.all([1, 2, 3].map(() => aUser(db)));
    const requests = Array.from({ length: REQUESTS }, (_, call) =>
      asViewer(
        users[call % users.length] ?? 0,
        Array.from({ length: EVENTS }, (_, index) => anEvent({ id: `${call}-${index}`, titleId, toSeconds: 1 })),
      ),
    );
    const acknowledged = new Set<number>();
    for (const share of [0.2, 0.5, 0.8]) {
      const intake = await anIntake(requests);
      intake.send([...requests.keys()].filter((call) => call < REQUESTS * share));
      await until('some are acknowledged', () => intake.acknowledged.size > 0);
      await intake.kill();
      for (const call of intake.acknowledged) acknowledged.add(call);
      const stored = await storedIds();
      expect(new Set(stored).size).toBe(stored.length);
      for (const call of acknowledged) expect(stored).toContain(`${call}-${EVENTS - 1}`);
    }
    const last = await anIntake(requests);
    last.send([...requests.keys()]);
    await until('all are acknowledged', () => last.acknowledged.size === REQUESTS, 20);
    await last.end();
    const expected = requests.flatMap((_, call) => Array.from({ length: EVENTS }, (_, index) => `${call}-${index}`));
    expect([...(await storedIds())].sort()).toEqual(expected.sort());
    for (const userId of users) expect((await interactionsOf(db, userId))[0]?.secondsPlayed).toBe((REQUESTS / users.length) * EVENTS);
  }, 120_000);
});

async function storedIds(): Promise<readonly string[]> {
  const rows: { id: string }[] = await fixture.db.query('select id from events');
  return rows.map(({ id }) => id);
}
