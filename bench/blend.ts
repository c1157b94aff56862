import { BlendStrategy, blended } from '../core/blend/strategy';
import { tagDistances, tagTaste } from '../core/blend/tag-taste';
import { measuredVectors, type TagVectors } from '../core/blend/tag-vectors';
import { openTags } from '../core/kernel/tags';
import { below, seeded } from '../core/random';
import { atOnce } from '../core/steps';
import { loadKernel } from '../engine/local/kernel-file';
import { commit, machine, percentile } from './machine';

const TAGS = 1_128;
const WATCHED = 200;
const LISTED = 20;
const ROUNDS = 21;

/** Times the original's blend of two people over catalogues with a tag genome: two tastes, all distances, the list. */
function benchBlend(print: (line: string) => void): void {
  print(`blend of two by ${TAGS} tags (${loadKernel().name}) at ${commit()} on ${machine()}; command: npm run bench -- blend`);
  print('  processor time of this process beside the time by the clock: other work on the machine lengthens the latter alone');
  for (const [titles, bar] of [
    [10_000, 20],
    [100_000, 200],
  ] as const) {
    const vectors = someVectors(titles);
    const rows = Int32Array.from({ length: titles }, (_, row) => row);
    const [clock, processor]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS + 3; round++) {
      const [began, spent] = [performance.now(), process.cpuUsage()];
      blendOfTwo(vectors, rows, round);
      const { user, system } = process.cpuUsage(spent);
      if (round < 3) continue;
      clock.push(performance.now() - began);
      processor.push((user + system) / 1_000);
    }
    print(
      `  ${titles} titles: median ${percentile(clock, 0.5).toFixed(1)} ms by the clock, best ${Math.min(...clock).toFixed(1)}, ` +
        `processor ${percentile(processor, 0.5).toFixed(1)} ms (bar ${bar}); vectors take ${(vectors.kernel.values.length / 1e6).toFixed(1)} MB`,
    );
  }
}

function blendOfTwo(vectors: TagVectors, rows: Int32Array, round: number): void {
  const pastOf = (from: number): number[] => Array.from({ length: WATCHED }, (_, at) => (from + at * 17) % rows.length);
  const tastes = [pastOf(round), pastOf(round + 5_000)].map((past) => tagTaste(vectors, past, 0.5) ?? new Float64Array(TAGS));
  const distances = atOnce(tagDistances(vectors, rows, tastes));
  const likings = distances.map((found) => found.map((distance) => -distance));
  blended(BlendStrategy.ORIGINAL, { likings, ids: Float64Array.from(rows) }, LISTED);
}

function someVectors(titles: number): TagVectors {
  const kernel = openTags(loadKernel().module, { rows: titles, width: TAGS });
  const random = seeded(titles);
  for (let row = 0; row < titles; row++)
    for (let tag = 0; tag < TAGS; tag++) kernel.values[row * kernel.stride + tag] = below(random, 256) >> below(random, 6);
  return atOnce(measuredVectors(kernel, new Uint8Array(titles).fill(1)));
}

benchBlend(console.log);
