import { addScenes, SCENES } from '../../core/scenes';

const HOUR = 3_600;
const played = (fromSeconds: number, toSeconds: number, mediaSeconds = HOUR) => ({ fromSeconds, toSeconds, mediaSeconds });
/** The scenes that were played, by their numbers. */
const scenes = (...intervals: readonly ReturnType<typeof played>[]): number[] =>
  intervals.reduce<readonly number[] | undefined>(addScenes, undefined)?.flatMap((count, scene) => new Array(count).fill(scene)) ?? [];
const range = (from: number, end: number): number[] => Array.from({ length: end - from }, (_, at) => from + at);

describe('the scenes of a title', () => {
  it('are a hundred, each played once by a whole play', () => {
    expect(scenes(played(0, HOUR))).toEqual(range(0, SCENES));
  });

  it('count where an interval covers half of them: of an hour, 36 seconds each', () => {
    expect(scenes(played(0, 18))).toEqual([]);
    expect(scenes(played(0, 18.1))).toEqual([0]);
    expect(scenes(played(17, 55))).toEqual([0, 1]);
    expect(scenes(played(19, 53))).toEqual([]);
    expect(scenes(played(900, 1_800))).toEqual(range(25, 50));
  });

  it('are played once by one play, however small the pieces in which it arrives', () => {
    for (const piece of [1, 5, 7, 10, 30, 100])
      expect(scenes(...range(0, Math.ceil(HOUR / piece)).map((at) => played(at * piece, Math.min(HOUR, (at + 1) * piece))))).toEqual(
        range(0, SCENES),
      );
  });

  it('are played again by those who seek back', () => {
    expect(scenes(played(0, 72), played(36, 72))).toEqual([0, 1, 1]);
  });

  it('end with the title, whatever a player says', () => {
    expect(scenes(played(HOUR - 36, HOUR + 600))).toEqual([99]);
    expect(scenes(played(2 * HOUR, 3 * HOUR))).toEqual([]);
  });
});
