import { undoChangeSet } from '../flow/change-set';
import { titlesDownload } from '../flow/download-titles';
import { changeTitles } from '../flow/title-bulk';
import { countDuplicates, duplicatesPage } from '../store/duplicates';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { generatedTitles } from './generated-titles';
import { commit, machine } from './machine';

const TITLES = 100_000;
const STATES = ['LISTED', 'HIDDEN'] as const;

/** Times what an operator does to a whole catalogue: one change to every title, its undo, the export, and the search for duplicates. */
async function benchCatalogueBulk(server: string, print: (line: string) => void): Promise<void> {
  print(`${TITLES} titles at once at ${commit()} on ${machine()}; command: npm run bench -- catalogue-bulk`);
  const { database } = await generatedTitles(server, TITLES);
  const { db } = database;
  try {
    const filter = { states: [...STATES] as never };
    const asked = { actor: 'system', filter, change: { addGenres: ['Bench'], certificate: 'R' }, expectedCount: TITLES } as const;
    const now = new Date();
    let changeSetId = 0;
    const seconds = async (act: () => Promise<unknown>): Promise<string> => {
      const began = performance.now();
      await act();
      return ((performance.now() - began) / 1000).toFixed(2);
    };
    const change = async () => {
      ({ changeSetId } = await changeTitles(db, { ...asked, now }));
    };
    print(`  one change to all, audited title by title: ${await seconds(change)} s`);
    print(`  its undo: ${await seconds(() => undoChangeSet(db, { actor: 'system', id: changeSetId, now }))} s`);
    const drain = async () => {
      for await (const _ of titlesDownload.write(db, { filter }, now));
    };
    print(`  the export as CSV: ${await seconds(drain)} s`);
    await db.query('vacuum analyze titles');
    const page = { first: 10, after: null, offset: null };
    print(`  the first ten of ${await countDuplicates(db)} likely duplicates: ${await seconds(() => duplicatesPage(db, page))} s`);
  } finally {
    await database.close();
  }
}

/** On TEST_DATABASE_URL where it is set, else on an embedded server of its own. */
async function main(): Promise<void> {
  try {
    await benchCatalogueBulk(await startTestServer(), console.log);
  } finally {
    await stopTestServer();
  }
}

void main();
