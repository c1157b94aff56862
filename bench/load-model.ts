import { fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DEFAULT_SETTINGS } from '../core/als-settings';
import { normal, seeded } from '../core/random';
import { EngineName } from '../core/recommendation';
import { readColumns } from '../engine/local/catalogue';
import { stateInSteps } from '../engine/local/state';
import { unhurried } from '../engine/local/unhurried';
import { type Db, openDatabase } from '../store/database';
import { insertModel, loadFactors, makeLive, modelsList } from '../store/models';
import { benchDatabase } from './interactions';
import { commit, machine } from './machine';

const K = 64;
const ROUNDS = 3;

/** Loads a model of so many synthetic titles into a process of its own, as a server does when it is promoted. */
async function benchLoadModel(titles: number, print: (line: string) => void): Promise<void> {
  print(`a model of ${titles} titles, k = ${K}, into a process at ${commit()} on ${machine()}`);
  print('  command: node --import tsx bench/load-model.ts [titles, default 1000000]');
  const server = await benchDatabase();
  try {
    const database = await openDatabase(server.url, { connections: 2 });
    const started = performance.now();
    await fill(database.db, titles);
    print(`  stored in ${seconds(started)} s, with making it up`);
    await database.close();
    for (let round = 1; round <= ROUNDS; round++) await loadInChild(server.url);
  } finally {
    await server.stop();
  }
}

async function fill(db: Db, titles: number): Promise<void> {
  // Nobody searches here.
  await db.query('alter table titles disable trigger user');
  await db.query(`insert into titles (kind, name, "searchName", year, genres)
    select 'MOVIE', n::text, n::text, 1950 + n % 75, array['Genre ' || n % 19] from generate_series(1, ${titles}) n`);
  const random = seeded(1);
  const items = Float32Array.from({ length: titles * K }, () => 0.1 * normal(random));
  const gram = new Float64Array(K * K);
  for (let i = 0; i < K; i++) gram[i * K + i] = 1;
  const titleIds = Array.from({ length: titles }, (_, at) => at + 1);
  const facts = { snapshot: 'synthetic', users: 1, interactions: titles, metrics: {}, trainedSeconds: 0 };
  const model = { engine: EngineName.LOCAL, settings: { ...DEFAULT_SETTINGS, k: K }, ...facts };
  const popularity = Float64Array.from(titleIds, (id) => Math.ceil(1e6 / id));
  const id = await insertModel(db, model, { titleIds, items, gram, popularity });
  await db.transaction((db) => makeLive(db, { id, engine: EngineName.LOCAL }, new Date()));
}

function loadInChild(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, ['load', url], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Loading ended with ${code}.`))));
  });
}

async function load(url: string): Promise<void> {
  const { db, close } = await openDatabase(url, { connections: 2 });
  const [model] = await modelsList(db);
  if (!model) throw new Error('There is no model.');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const factors = await loadFactors(db, model);
  const loaded = `${Math.round(model.bytes / 1e6)} MB of factors in ${seconds(started)} s (bar 5), event loop held for at most ${longest(delay)} ms`;
  delay.reset();
  const reading = performance.now();
  const columns = await readColumns(db);
  const read = seconds(reading);
  const joining = performance.now();
  const state = await unhurried(stateInSteps(columns, factors, new Map()));
  console.log(
    `  ${loaded}; besides, the catalogue in ${read} s and their joining in ${seconds(joining)} s, held for at most ${longest(delay)} ms; ` +
      `${state.columns.size} rows, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
  );
  await close();
}

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(2);
const longest = ({ max }: { readonly max: number }): string => (max / 1e6).toFixed(0);

if (process.argv[2] === 'load') void load(process.argv[3] ?? '');
else void benchLoadModel(Number(process.argv[2] ?? 1_000_000), console.log);
