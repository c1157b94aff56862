import fc from 'fast-check';
import { AppError } from '../../core/errors';
import { checkKeywords, checkScenes, type SceneDraft, sceneAt, scenesInStretches, scenesPlayed } from '../../core/scene/scene';

const scene = (fromSeconds: number | null, toSeconds: number | null, rest: Partial<SceneDraft> = {}): SceneDraft => ({
  id: null,
  fromSeconds,
  toSeconds,
  keywords: ['ship'],
  ...rest,
});

function faultOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.field : 'no error of ours';
  }
}

describe('described scenes', () => {
  it('lie in the title, end after they begin, and say where they are whole or not at all', () => {
    const fault = (draft: SceneDraft, seconds: number | null = 100) => faultOf(() => checkScenes([scene(0, 1), draft], seconds));
    expect(fault(scene(0, 100))).toBeNull();
    expect(fault(scene(null, null))).toBeNull();
    expect(fault(scene(500, 600), null)).toBeNull();
    for (const from of [-1, 100, Number.NaN, Number.POSITIVE_INFINITY]) expect(fault(scene(from, 200))).toBe('input.scenes[1].fromSeconds');
    expect(fault(scene(null, 5))).toBe('input.scenes[1].fromSeconds');
    for (const to of [10, 5, 100.5, Number.NaN, null]) expect(fault(scene(10, to))).toBe('input.scenes[1].toSeconds');
    expect(fault(scene(0, 604_801), null)).toBe('input.scenes[1].toSeconds');
  });

  it('are at most 200, each once, of 1 to 40 keywords that can be stored', () => {
    expect(
      faultOf(() =>
        checkScenes(
          Array.from({ length: 201 }, () => scene(0, 1)),
          9,
        ),
      ),
    ).toBe('input.scenes');
    expect(faultOf(() => checkScenes([scene(0, 1, { id: 7 }), scene(1, 2, { id: 7 })], 9))).toBe('input.scenes[1].id');
    const keywords = (given: readonly string[]) => faultOf(() => checkKeywords(given, 'k'));
    expect(keywords([])).toBe('k');
    expect(keywords(new Array(41).fill('x'))).toBe('k');
    for (const bad of ['', ' x', 'x\0', 'x'.repeat(61), '\ud800']) expect(keywords(['fine', bad])).toBe('k[1]');
    expect(keywords(['x'.repeat(60), 'корабль'])).toBeNull();
  });

  it('are found by a time: the one that began last, then the shortest', () => {
    const scenes = [scene(0, 50), scene(10, 40, { id: 1 }), scene(10, 20, { id: 2 }), scene(null, null)];
    expect(sceneAt(scenes, 15)?.id).toBe(2);
    expect(sceneAt([...scenes].reverse(), 15)?.id).toBe(2);
    expect(sceneAt(scenes, 20)?.id).toBe(1);
    expect(sceneAt(scenes, 49.9)).toBe(scenes[0]);
    expect(sceneAt(scenes, 50)).toBeNull();
  });

  it('belong to what was played or watched most where half of them does', () => {
    const scenes = [scene(0, 10), scene(10, 20), scene(18, 22), scene(null, null)];
    expect(
      scenesPlayed(scenes, [
        [0, 50],
        [180, 190],
        [210, 220],
      ]),
    ).toEqual([scenes[0], scenes[2]]);
    expect(scenesInStretches(scenes, [{ from: 0.1, to: 0.2 }], 100)).toEqual([scenes[1], scenes[2]]);
  });

  it('at a time hold that time, whatever the scenes', () => {
    const second = fc.integer({ min: 0, max: 60 });
    const scenes = fc.array(fc.tuple(second, second).map(([from, length]) => scene(from, from + length + 1)));
    fc.assert(
      fc.property(scenes, second, (some, at) => {
        const found = sceneAt(some, at);
        const holding = some.filter(({ fromSeconds, toSeconds }) => (fromSeconds ?? 99) <= at && at < (toSeconds ?? 0));
        expect(found === null).toBe(holding.length === 0);
        if (found !== null) expect(found.fromSeconds).toBe(Math.max(...holding.map(({ fromSeconds }) => fromSeconds ?? 0)));
      }),
    );
  });
});
