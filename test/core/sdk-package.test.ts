import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { known } from '../../client/sdk/enums';
import { buildKinographSchema } from '../../server/schema';

const HOUSE = join(__dirname, '..', '..');
const SDK = join(HOUSE, 'client', 'sdk');
const MOST_BYTES = 6_000;
let folder: string;
let installed: string;

const run = (program: string, ...given: string[]): string => execFileSync(program, given, { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinograph-sdk-'));
  execFileSync('npm', ['pack', '--pack-destination', folder, '--loglevel', 'error'], { cwd: SDK, encoding: 'utf8' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  installed = join(folder, 'node_modules', '@kinograph', 'sdk');
  mkdirSync(installed, { recursive: true });
  // As npm installs it, without asking a registry.
  run('tar', '-xzf', archive, '-C', installed, '--strip-components=1');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CONSUMER = `
import { createKinograph, type Kinograph, type Recommendation, type RecommendationList } from '@kinograph/sdk';
const kinograph: Kinograph = createKinograph({ url: 'https://kinograph.example', key: 'kgb_1', token: async (refresh) => (refresh ? null : 'a') });
const id: string = kinograph.track({ type: 'RATING', titleId: '7', value: 4.5 });
declare const video: HTMLVideoElement;
const stop: () => void = kinograph.watchMedia(video, { titleId: id, rank: 1, recommendationId: null });
kinograph.watchRecommendations((list: RecommendationList) => {
  const nodes: readonly Recommendation[] = list.items.nodes;
  const year: number | null | undefined = nodes[0]?.title.year;
  if (nodes[0]?.reasons[0]?.code === 'OTHER') stop();
  return void year;
}, { input: { kinds: ['MOVIE'] }, first: 5 });
// @ts-expect-error A rating has a value.
kinograph.track({ type: 'RATING', titleId: '7' });
`;

describe('the package of the SDK', () => {
  it('has no dependency, no source and no test in it', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
    expect(readdirSync(installed).sort()).toEqual(['README.md', 'dist', 'package.json']);
    expect(readdirSync(join(installed, 'dist')).filter((name) => !/\.(mjs|cjs|d\.ts|d\.mts)$/.test(name))).toEqual([]);
  });

  it(`is under ${MOST_BYTES} bytes compressed, whole`, () => {
    const module = readFileSync(join(installed, 'dist', 'kinograph.mjs'));
    expect(module.toString()).not.toMatch(/\bimport\b/);
    expect(gzipSync(module, { level: 9 }).length).toBeLessThan(MOST_BYTES);
  });

  it.each([
    ['import', 'probe.mjs', "import { createKinograph } from '@kinograph/sdk';"],
    ['require', 'probe.cjs', "const { createKinograph } = require('@kinograph/sdk');"],
  ])('does nothing and throws nothing where a server draws the page, by %s', (_way, name, first) => {
    const use = `
      const complaints = [];
      process.on('warning', (warning) => complaints.push(warning.message));
      globalThis.fetch = globalThis.WebSocket = () => complaints.push('called the network');
      const kinograph = createKinograph({ onError: ({ message }) => complaints.push(message), token: () => 'a' });
      const play = kinograph.play({ titleId: '1' });
      play.position(1);
      play.end();
      const stops = [kinograph.watchMedia({}, { titleId: '1' }), kinograph.watchImpression({}, { titleId: '1' }), kinograph.watchRecommendations(() => complaints.push('called'))];
      for (const stop of stops) stop();
      Promise.all([kinograph.bearer(), kinograph.signedIn(), kinograph.signedOut(), kinograph.flush()]).then((answers) => {
        kinograph.close();
        console.log(JSON.stringify({ id: kinograph.track({ type: 'CLICK', titleId: '1' }).length, answers, complaints }));
      });`;
    writeFileSync(join(folder, name), first + use);
    const answers = [null, false, null, null];
    expect(JSON.parse(run(process.execPath, name))).toEqual({ id: 36, answers, complaints: [] });
  });

  it.each([
    ['nodenext', 'consumer.mts'],
    ['nodenext', 'consumer.cts'],
    ['bundler', 'consumer.ts'],
  ])('has types for whoever resolves by %s, in %s', (resolution, name) => {
    writeFileSync(join(folder, name), CONSUMER);
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
    const tsc = join(HOUSE, 'node_modules', '.bin', 'tsc');
    const strict = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', ''];
    expect(run(tsc, ...strict, '--module', module, '--moduleResolution', resolution, name)).toBe('');
  });

  it('knows every word that the schema has for kinds, causes, reasons and engines, and calls any other OTHER', () => {
    for (const name of ['TitleKind', 'CauseKind', 'ReasonCode', 'EngineName']) {
      const type = buildKinographSchema().getType(name);
      const words = type && 'getValues' in type ? type.getValues().map((value) => value.name) : [];
      expect(words.length).toBeGreaterThan(2);
      expect(words.map(known)).toEqual(words);
    }
    expect([known('HOLOGRAM'), known(null)]).toEqual(['OTHER', 'OTHER']);
  });
});
