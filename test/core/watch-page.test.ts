import fc from 'fast-check';
import { clockText } from '../../client/player/watch/clock-text';
import { resumeAt, withPiece } from '../../client/player/watch/covered';
import { playableUrl } from '../../client/player/watch/media-url';
import { beginningAt } from '../../client/player/watch/scene-at';
import { actionOf, nextRate } from '../../client/player/watch/shortcuts';

const aPiece = fc
  .tuple(fc.nat(1_000), fc.integer({ min: 1, max: 90 }))
  .map(([fromSeconds, length]) => ({ fromSeconds, toSeconds: fromSeconds + length }));

describe('the pieces that were covered', () => {
  it('are the same second by second, in any order, and never overlap', () => {
    fc.assert(
      fc.property(fc.array(aPiece, { maxLength: 20 }), (pieces) => {
        const seconds = new Set(pieces.flatMap(({ fromSeconds, toSeconds }) => secondsOf(fromSeconds, toSeconds)));
        const covered = pieces.reduce(withPiece, [] as readonly { fromSeconds: number; toSeconds: number }[]);
        const found = covered.flatMap(({ fromSeconds, toSeconds }) => secondsOf(fromSeconds, toSeconds));
        expect(found).toEqual([...seconds].sort((a, b) => a - b));
      }),
    );
  });

  it('lead to where one left, and to the beginning where it was hardly begun or seen', () => {
    expect(resumeAt([], 600)).toBe(0);
    expect(resumeAt([{ fromSeconds: 0, toSeconds: 4 }], 600)).toBe(0);
    expect(
      resumeAt(
        [
          { fromSeconds: 0, toSeconds: 60 },
          { fromSeconds: 200, toSeconds: 300 },
        ],
        600,
      ),
    ).toBe(300);
    expect(resumeAt([{ fromSeconds: 0, toSeconds: 590 }], 600)).toBe(0);
  });
});

describe('the player', () => {
  it('knows where the scene that plays begins: of several the one that began last', () => {
    const scenes = [
      { fromSeconds: 0, toSeconds: 50 },
      { fromSeconds: 10, toSeconds: 20 },
      { fromSeconds: null, toSeconds: null },
    ];
    expect([0, 10, 19.9, 20, 49, 50].map((at) => beginningAt(scenes, at))).toEqual([0, 10, 10, 0, 0, null]);
  });

  it('writes positions as players do', () => {
    expect([0, 65, 3_599.9, 3_600, 7_325].map(clockText)).toEqual(['0:00', '1:05', '59:59', '1:00:00', '2:02:05']);
    expect([Number.NaN, Number.POSITIVE_INFINITY, -3].map(clockText)).toEqual(['0:00', '0:00', '0:00']);
  });

  it('plays what comes by http or from the same origin, and nothing else', () => {
    const page = 'http://kinograph.test/player/watch/1';
    expect(playableUrl('/media/1.mp4', page)).toBe('http://kinograph.test/media/1.mp4');
    expect(playableUrl('https://cdn.test/a.mp4', page)).toBe('https://cdn.test/a.mp4');
    for (const url of [null, '', 'javascript:alert(1)', 'data:text/html,x', 'blob:x', 'file:///etc/passwd', 'https://'])
      expect(playableUrl(url, page)).toBeNull();
  });

  it('knows its keys in either case and leaves those of the browser alone', () => {
    const press = (key: string, ctrlKey = false) => actionOf({ key, ctrlKey, altKey: false, metaKey: false });
    expect(press('K')).toEqual({ type: 'toggle' });
    expect(press('ArrowLeft')).toEqual({ type: 'by', seconds: -5 });
    expect(press('7')).toEqual({ type: 'to', part: 0.7 });
    expect([press('f', true), press('Tab'), press('constructor')]).toEqual([null, null, null]);
  });

  it('steps through its speeds and stays at the last one', () => {
    const rates = [1, 2, 4];
    expect([nextRate(rates, 1, 1), nextRate(rates, 4, 1), nextRate(rates, 3, -1), nextRate(rates, 1, -1)]).toEqual([2, 4, 2, 1]);
  });
});

const secondsOf = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
