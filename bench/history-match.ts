import { RowFate } from '../core/history/place';
import { below, seeded } from '../core/random';
import { matchTexts } from '../flow/history-match';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { generatedTitles } from './generated-titles';
import { machine } from './machine';

const TITLES = 100_000;
const TEXTS = 5_000;
const MOST_SECONDS = 5;

/** Strings as an export writes them: films, episodes of shows, mistyped names and names that the catalogue does not have. */
function stringsOf(names: readonly string[], random: () => number): readonly string[] {
  const texts = new Set<string>();
  while (texts.size < TEXTS) {
    const name = names[below(random, names.length)] ?? '';
    const episode = `${name}: Season ${1 + below(random, 5)}: Episode ${1 + below(random, 20)}`;
    const mistyped = `${name.slice(0, -2)}x${name.slice(-1)}`;
    texts.add([name, episode, mistyped, `Zq${name}: A ${below(random, 1_000)}`][below(random, 4)] ?? '');
  }
  return [...texts];
}

/** Places five thousand different strings in a catalogue of a hundred thousand titles, and fails beyond five seconds. */
async function main(): Promise<void> {
  const { database } = await generatedTitles(await startTestServer(), TITLES);
  try {
    const rows: { name: string }[] = await database.db.query('select name from titles order by id limit 20000');
    const texts = stringsOf(
      rows.map(({ name }) => name),
      seeded(6),
    );
    global.gc?.();
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const places = await matchTexts(database.db, texts);
    const seconds = (performance.now() - started) / 1000;
    const grown = (process.memoryUsage.rss() - before) / 2 ** 20;
    const fates = [RowFate.SURE, RowFate.ASK, RowFate.UNKNOWN].map(
      (fate) => `${fate} ${[...places.values()].filter((place) => place.fate === fate).length}`,
    );
    console.log(`history-match: npm run bench -- history-match on ${machine()}; ${TITLES} generated titles, ${TEXTS} different strings`);
    console.log(`history-match: ${seconds.toFixed(2)} s (bar ${MOST_SECONDS} s), ${grown.toFixed(0)} MiB more memory; ${fates.join(', ')}`);
    process.exitCode = seconds < MOST_SECONDS ? 0 : 1;
  } finally {
    await database.close();
    await stopTestServer();
  }
}

void main();
