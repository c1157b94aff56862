import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Every benchmark, in the order in which `npm run bench` runs them; each is a process of its own and prints its own figures. */
const BENCHES = [
  'ingest',
  'ingest-http',
  'aws',
  'queue',
  'recommend',
  'recommend-http',
  'onboarding',
  'likes',
  'graphql',
  'live',
  'search',
  'catalogue-page',
  'catalogue-bulk',
  'import-titles',
  'history-match',
  'history-library',
  'history-import',
  'insights',
  'blend',
  'blend-page',
  'mood',
  'bot',
  'shop-feed',
  'player',
  'console',
  'metrics',
  'person',
  'original',
  'als',
  'spark',
  'serving',
  'leave-one-out',
  'read-csv',
  'cold-start',
  'diversity',
  'snapshot',
  'personalize-export',
  'load-model',
  'train-and-serve',
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. Choose from: ${BENCHES.join(', ')}; none named means all.`);
  process.exit(2);
}

let failed = 0;
for (const name of asked.length > 0 ? asked : BENCHES) {
  console.log(`\n== ${name} (npm run bench -- ${name})`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, `${name}.ts`)], { stdio: 'inherit' });
  failed += status === 0 ? 0 : 1;
}
process.exit(failed === 0 ? 0 : 1);
