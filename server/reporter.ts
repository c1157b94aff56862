import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Db } from '../store/database';
import { saveGauges } from '../store/gauges';
import { addLatencies } from '../store/latency-slots';
import { removeProcess, saveProcess } from '../store/server-processes';
import { addUnknownTitles } from '../store/unknown-titles';
import type { Tallies } from './tallies';

interface Reporting {
  readonly db: Db;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly tallies: Tallies;
  readonly sockets: () => number;
  readonly subscriptions: () => number;
  /** Where the embedded database is; null where the database is not on a disk of ours. */
  readonly directory: string | null;
}

/** Tells the dashboard how this process fares. */
export interface Reporter {
  /** Writes at once what would be written at the next turn. */
  report(): Promise<void>;
  /** Writes what was counted, and that this process is gone. */
  stop(): Promise<void>;
}

const BEAT_MS = 5_000;
const BEATS_A_TALLY = 6;
const NANOSECONDS_A_MS = 1e6;
const P99 = 99;

/** Starts telling: every 5 s how many sockets and how late the event loop is, every 30 s what was counted. */
export function startReporter(reporting: Reporting): Reporter {
  const { db, clock, log, tallies, sockets, subscriptions, directory } = reporting;
  const id = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const startedAt = clock();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let beats = 0;
  let telling: Promise<void> = Promise.resolve();

  async function beat(): Promise<void> {
    const late = delay.percentile(P99) / NANOSECONDS_A_MS;
    delay.reset();
    await saveProcess(db, {
      ...{ id, startedAt, seenAt: clock(), sockets: sockets(), subscriptions: subscriptions() },
      memoryBytes: process.memoryUsage.rss(),
      eventLoopMs: Number.isFinite(late) ? late : 0,
    });
  }
  async function tally(): Promise<void> {
    const tallied = tallies.take();
    try {
      await db.transaction(async (db) => {
        await addLatencies(db, tallied.latencies, clock());
        await addUnknownTitles(db, tallied.unknownTitles, clock());
      });
    } catch (error) {
      tallies.giveBack(tallied);
      throw error;
    }
    await saveGauges(db, { sockets: sockets(), subscriptions: subscriptions(), ...(await diskGauges(directory)) }, clock());
  }
  /** One at a time; what fails is told at the next turn. */
  function turn(isTally: boolean): Promise<void> {
    telling = telling
      .then(beat)
      .then(() => (isTally ? tally() : undefined))
      .catch((error: unknown) => log.debug({ err: error }, 'How this process fares could not be told.'));
    return telling;
  }
  const timer = setInterval(() => {
    beats += 1;
    void turn(beats % BEATS_A_TALLY === 0);
  }, BEAT_MS);
  timer.unref();
  void turn(true);

  return {
    report: () => turn(true),
    async stop() {
      clearInterval(timer);
      delay.disable();
      await turn(true);
      await removeProcess(db, id).catch(() => undefined);
    },
  };
}

async function diskGauges(directory: string | null): Promise<Readonly<Record<string, number>>> {
  const disk = directory === null ? null : await statfs(directory).catch(() => null);
  return disk === null ? {} : { diskFreeBytes: disk.bavail * disk.bsize, diskBytes: disk.blocks * disk.bsize };
}
