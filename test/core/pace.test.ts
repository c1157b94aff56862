import * as fc from 'fast-check';
import { fullPace, type Pace, takeOne } from '../../core/pace';

describe('a pace', () => {
  it('lets a second’s worth go at once, and then one after another as they come back', () => {
    let pace: Pace = fullPace(10, 0);
    const waits = Array.from({ length: 12 }, () => {
      const taken = takeOne(pace, 0, 10);
      pace = taken.pace;
      return taken.waitMs;
    });
    expect(waits).toEqual([...Array(10).fill(0), 100, 200]);
    expect(takeOne(pace, 300, 10).waitMs).toBe(0);
    expect(takeOne(pace, 60_000, 10).pace).toEqual({ left: 9, at: 60_000 });
  });

  it('lets no more go in any second than two seconds’ worth, and in the long run no more than comes back', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 30, maxLength: 300 });
    fc.assert(
      fc.property(gaps, (waits) => {
        let [pace, now]: [Pace, number] = [fullPace(10, 0), 0];
        const used = waits.map((gap) => {
          now += gap;
          const taken = takeOne(pace, now, 10);
          pace = taken.pace;
          return now + taken.waitMs;
        });
        const last = Math.max(...used);
        expect(used.length).toBeLessThanOrEqual(10 + Math.ceil(last / 100) + 1);
      }),
    );
  });
});
