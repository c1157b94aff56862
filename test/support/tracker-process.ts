import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { createTracker, type TrackRequest } from '../../flow/track';
import { openDatabase } from '../../store/database';

/** A process that takes in events and does nothing else: one request a line comes in as JSON, `{ call, results }` goes out once it is acknowledged. */
async function main(url: string): Promise<void> {
  const database = await openDatabase(url, { connections: 3 });
  const tracker = createTracker({ database, log: pino({ level: 'silent' }), clock: () => new Date() });
  process.stdout.write('ready\n');
  for await (const line of createInterface({ input: process.stdin })) {
    const { call, request } = JSON.parse(line) as { call: number; request: TrackRequest };
    void tracker.track(request).then((results) => process.stdout.write(`${JSON.stringify({ call, results })}\n`));
  }
  await tracker.idle();
  await database.close();
}

void main(process.argv[2] ?? '');
