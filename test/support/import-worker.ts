import pino from 'pino';
import { JOBS } from '../../jobs/list';
import { startJobs } from '../../jobs/runner';
import { openDatabase } from '../../store/database';

/** A process that works on the queue of the database it is given, until it is killed. */
async function main(url: string): Promise<void> {
  const database = await openDatabase(url, { connections: 4 });
  const jobs = JOBS.filter(({ name }) => name === 'import-catalogue');
  await startJobs({ jobs, url, database, log: pino({ level: 'silent' }), clock: () => new Date() });
  process.stdout.write('working\n');
}

void main(process.argv[2] ?? '');
