import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';

/** DESIGN.md section 1: the arrows are the law. A folder may import itself and what stands here. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  migrations: [],
  store: ['core', 'migrations'],
  engine: ['core', 'store'],
  flow: ['core', 'store', 'engine'],
  jobs: ['core', 'store', 'engine', 'flow'],
  schema: ['core'],
  server: ['core', 'store', 'flow', 'schema'],
  demo: ['core', 'store', 'flow'],
  admin: ['client'],
  client: [],
  bot: [],
};
const ROOTS = new Set(['server/app.ts', 'server/main.ts', 'jobs/main.ts']);
const MOST_LINES = 250;
const BANNED = /(^|-)(utils?|helpers?|common|misc|manager|service|base)\b/i;

const house = join(__dirname, '..', '..');
const sources = filesBelow(house).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'generated', '.git', '.kinograph'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [relative(house, path)];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(house, file), 'utf8');
  return [...text.matchAll(/(?:from|import|require\()\s*\(?'(\.[^']+)'/g)].map((match) => normalize(join(dirname(file), match[1] ?? '')));
}

function codeOf(file: string): string {
  return readFileSync(join(house, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';

describe('the house', () => {
  it('lets no folder import what the law does not name', () => {
    const broken = sources
      .filter((file) => roomOf(file) in MAY_IMPORT && !ROOTS.has(file))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ file, target }) => roomOf(file) !== roomOf(target) && !MAY_IMPORT[roomOf(file)]?.includes(roomOf(target)));
    expect(broken).toEqual([]);
  });

  it('keeps the core free of clocks, chance, environment and waiting', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\basync\b|\bawait\b|from 'node:(?!crypto)/;
    const broken = sources.filter((file) => roomOf(file) === 'core' && impure.test(codeOf(file)));
    expect(broken).toEqual([]);
  });

  it('writes decorators only where GraphQL is named and answered', () => {
    const decorator = /^\s*@[A-Z]\w+\(/m;
    const broken = sources.filter(
      (file) => !/^(schema|server\/resolvers|test)\//.test(file) && decorator.test(readFileSync(join(house, file), 'utf8')),
    );
    expect(broken).toEqual([]);
  });

  it('has no file of more than 250 lines and none whose name hides what is inside', () => {
    const long = sources.filter((file) => readFileSync(join(house, file), 'utf8').split('\n').length > MOST_LINES + 1);
    expect(long).toEqual([]);
    expect(sources.filter((file) => BANNED.test(basename(file)))).toEqual([]);
  });

  it('reads the environment in the composition roots only', () => {
    const allowed = /^(server\/main|jobs\/main|demo\/main|bot\/main)\.ts$|^(test|bench)\//;
    const broken = sources.filter((file) => !allowed.test(file) && /process\.env/.test(readFileSync(join(house, file), 'utf8')));
    expect(broken).toEqual([]);
  });
});
