import { aPlay } from '../support/sdk-play';

const close = (value: number): unknown => expect.closeTo(value, 3);

describe('a play', () => {
  it('tells what was played between its beginning and a pause', () => {
    const { play, roll, told } = aPlay({ mediaSeconds: 100, playId: 'mine' });
    roll(3, 8);
    play.pause(8);
    expect(told).toEqual([
      expect.objectContaining({ type: 'WATCH_INTERVAL', titleId: '7', playId: 'mine', fromSeconds: 3, toSeconds: 8, mediaSeconds: 100 }),
    ]);
  });

  it('ends at the position before a seek, and goes on from where it leads', () => {
    const { play, roll, pieces } = aPlay();
    roll(0, 5);
    play.seek(60);
    roll(60, 62);
    play.pause();
    expect(pieces()).toEqual([
      [0, 5],
      [60, 62],
    ]);
  });

  it('seeking while it stands tells nothing', () => {
    const { play, roll, pieces } = aPlay();
    play.seek(50);
    roll(50, 51);
    play.pause();
    play.seek(10);
    expect(pieces()).toEqual([[50, 51]]);
  });

  it.each([
    ['backwards', 5, 4.7],
    ['ahead of the time that passed', 5, 6.6],
  ])('takes a position that jumped %s for a seek that nobody announced', (_where, from, to) => {
    const { play, roll, pass, pieces } = aPlay();
    roll(0, from);
    pass(0.5);
    play.position(to);
    roll(to, to + 1);
    play.pause();
    expect(pieces()).toEqual([
      [0, from],
      [to, close(to + 1)],
    ]);
  });

  it.each([
    ['a little backwards', 4.8],
    ['ahead by less than a second', 6.4],
  ])('takes a position %s for playing on', (_where, to) => {
    const { play, roll, pass, pieces } = aPlay();
    roll(0, 5);
    pass(0.5);
    play.position(to);
    play.pause();
    expect(pieces()).toEqual([[0, Math.max(5, to)]]);
  });

  it('expects more at a higher speed', () => {
    const { play, roll, pieces } = aPlay();
    play.rate(16);
    roll(0, 100, 16);
    play.pause();
    expect(pieces()).toEqual([[0, 100]]);
  });

  it('closes a piece every ten seconds and goes on without a gap, under another id', () => {
    const { play, roll, told, pieces } = aPlay();
    roll(0, 25);
    play.pause();
    expect(pieces()).toEqual([
      [0, 10],
      [10, 20],
      [20, 25],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(3);
  });

  it('tells of an open piece at most once a second, under the id that it will have', () => {
    const { play, roll, told, open } = aPlay();
    roll(0, 3.5);
    expect(open.map(({ toSeconds }) => toSeconds)).toEqual([1, 2, 3]);
    play.pause();
    expect(new Set([...open, ...told].map(({ id }) => id)).size).toBe(1);
  });

  it('after a sleep, leaves the piece as another tab may have sent it, and puts the rest under another id', () => {
    const { play, roll, pass, told, open, pieces } = aPlay();
    roll(0, 3.5);
    const asTold = open.at(-1);
    pass(3_600);
    play.position(3.75);
    roll(3.75, 5);
    play.pause();
    expect(pieces()).toEqual([
      [0, 3],
      [3, 5],
    ]);
    expect(told[0]).toMatchObject({ id: asTold?.id, toSeconds: asTold?.toSeconds });
    expect(told[1]?.id).not.toBe(asTold?.id);
  });

  it('begins another play after the end', () => {
    const { play, roll, told } = aPlay({ mediaSeconds: 10 });
    roll(5, 10.2);
    play.end();
    const first = play.playId;
    roll(0, 1);
    play.pause();
    expect(told.map(({ playId, toSeconds }) => [playId === first, toSeconds])).toEqual([
      [true, 10],
      [false, 1],
    ]);
  });

  it('leaves the length out where it is not known, and takes the one that the media tells', () => {
    const { play, roll, told } = aPlay();
    for (const length of [Number.NaN, Number.POSITIVE_INFINITY, 0, 50]) {
      play.length(length);
      roll(0, 1);
      play.pause();
    }
    expect(told.map(({ mediaSeconds }) => mediaSeconds)).toEqual([undefined, undefined, undefined, 50]);
  });

  it('drops what is shorter than a twentieth of a second, and whatever is no position', () => {
    const { play, pass, told } = aPlay();
    play.position(1);
    pass(0.04);
    play.pause(1.04);
    for (const nonsense of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      play.position(nonsense);
      play.seek(nonsense);
      play.rate(nonsense);
      play.pause(nonsense);
    }
    expect(told).toEqual([]);
  });

  it('ends a pause that says a place it cannot have reached at the last position', () => {
    const { play, roll, pieces } = aPlay();
    roll(0, 5);
    play.pause(500);
    expect(pieces()).toEqual([[0, 5]]);
  });
});
