import pino from 'pino';
import { JOBS } from '../../jobs/list';
import { startJobs } from '../../jobs/runner';
import { openDatabase } from '../../store/database';

/** A process that works on one kind of job of the database it is given, until it is killed. */
async function main(url: string, job: string): Promise<void> {
  const database = await openDatabase(url, { connections: 4 });
  const jobs = JOBS.filter(({ name }) => name === job);
  await startJobs({ jobs, url, database, log: pino({ level: 'silent' }), clock: () => new Date() });
  process.stdin.once('end', () => process.exit()).resume();
  process.stdout.write('working\n');
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
