import * as fc from 'fast-check';
import { answered, asking, type Circuit, CLOSED, failed, unasked } from '../../core/circuit';

const RULES = { failures: 3, windowMs: 1_000, restMs: 5_000 };

const afterFailures = (...times: readonly number[]): Circuit => times.reduce((circuit, now) => failed(circuit, now, RULES), CLOSED);

describe('a circuit', () => {
  it('opens at the third failure within the window, and only then', () => {
    expect(afterFailures(0, 100)).toEqual({ state: 'CLOSED', failedAt: [0, 100] });
    expect(afterFailures(0, 100, 999)).toEqual({ state: 'OPEN', until: 5_999 });
    expect(afterFailures(0, 100, 1_000)).toEqual({ state: 'CLOSED', failedAt: [100, 1_000] });
  });

  it('stays closed where answers make up for failures', () => {
    const circuit = failed(failed(answered(afterFailures(0, 10)), 20, RULES), 30, RULES);
    expect(circuit).toEqual({ state: 'OPEN', until: 5_030 });
    expect(answered(answered(answered(afterFailures(0, 10))))).toEqual(CLOSED);
  });

  it('lets one request try after its rest, closes when that is answered and opens again when it fails', () => {
    const open = afterFailures(0, 1, 2);
    expect(asking(open, 5_001, RULES)).toEqual({ circuit: open, mayAsk: false });
    const trying = asking(open, 5_002, RULES);
    expect(trying).toEqual({ circuit: { state: 'HALF_OPEN', until: 10_002 }, mayAsk: true });
    expect(asking(trying.circuit, 5_003, RULES).mayAsk).toBe(false);
    expect(answered(trying.circuit)).toEqual(CLOSED);
    expect(failed(trying.circuit, 5_300, RULES)).toEqual({ state: 'OPEN', until: 10_300 });
  });

  it('lets another try where the one that tried never came back', () => {
    const trying = asking(afterFailures(0, 1, 2), 6_000, RULES).circuit;
    expect(asking(trying, 11_000, RULES)).toEqual({ circuit: { state: 'HALF_OPEN', until: 16_000 }, mayAsk: true });
  });

  it('lets the next one try where the one that was to try did not ask', () => {
    const open = unasked(asking(afterFailures(0, 1, 2), 6_000, RULES).circuit, 6_001);
    expect(asking(open, 6_001, RULES).mayAsk).toBe(true);
    expect(unasked(CLOSED, 5)).toBe(CLOSED);
  });

  it('is closed by no answer to what was asked before it opened', () => {
    const open = afterFailures(0, 1, 2);
    expect(answered(open)).toBe(open);
    expect(failed(open, 3, RULES)).toBe(open);
  });

  it('asks an engine that is down at most once a rest, and one that is well always', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 10, maxLength: 200 });
    fc.assert(
      fc.property(steps, (waits) => {
        let [circuit, now, asked]: [Circuit, number, number[]] = [CLOSED, 0, []];
        for (const wait of waits) {
          now += wait;
          const next = asking(circuit, now, RULES);
          circuit = next.mayAsk ? failed(next.circuit, now, RULES) : next.circuit;
          if (next.mayAsk && circuit.state === 'OPEN') asked.push(now);
        }
        const between = asked.slice(1).map((at, before) => at - (asked[before] as number));
        expect(between.every((ms) => ms >= RULES.restMs)).toBe(true);
        let well: Circuit = CLOSED;
        for (const wait of waits) {
          now += wait;
          const next = asking(well, now, RULES);
          expect(next.mayAsk).toBe(true);
          well = answered(next.circuit);
        }
      }),
    );
  });
});
