import { DEFAULT_SETTINGS, type SETTING_RULES } from '../../core/als-settings';
import { compareModels, Difference } from '../../core/model-comparison';
import { GateOutcome, reportOf } from '../../core/model-report';
import { trainingOptions } from '../../core/training-options';
import { aModel, anEvaluation } from '../support/model';

describe('what was measured of a model', () => {
  it('is told metric by metric, beside popularity, chance and the live settings', () => {
    const report = reportOf(anEvaluation({ ndcg: 0.3, live: 0.25 }));
    expect(report.metrics[0]).toEqual({
      name: 'ndcg@10',
      value: 0.3,
      low: expect.closeTo(0.28),
      high: expect.closeTo(0.32),
      popularity: { value: 0.1, low: expect.closeTo(0.08), high: expect.closeTo(0.12) },
      random: { value: 0.01, low: expect.closeTo(-0.01), high: expect.closeTo(0.03) },
      live: { value: 0.25, low: expect.closeTo(0.23), high: expect.closeTo(0.27) },
    });
    expect(report.metrics.find(({ name }) => name === 'coverage')).toMatchObject({ value: 0.5, low: null, live: { high: null } });
    expect(report).toMatchObject({ people: 100, split: { name: 'last-fifth', parameters: [{ name: 'share', value: 0.2 }] } });
    expect(report.segments.map(({ name }) => name)).toEqual(['cold', 'light', 'heavy']);
    expect(report.gate).toEqual({ outcome: GateOutcome.PASSED, text: 'Promoted: it is better.' });
  });
});

describe('two models side by side', () => {
  const better = aModel({ evaluation: anEvaluation({ ndcg: 0.3 }), settings: { ...DEFAULT_SETTINGS, k: 128, halfLifeDays: 30 } });
  const worse = aModel({ evaluation: anEvaluation({ ndcg: 0.2 }) });

  it('differ where their intervals do not meet, in either order', () => {
    expect(compareModels(better, worse).metrics[0]).toMatchObject({ name: 'ndcg@10', difference: Difference.FIRST_HIGHER });
    expect(compareModels(worse, better).metrics[0]).toMatchObject({ difference: Difference.SECOND_HIGHER });
    expect(compareModels(better, aModel({ evaluation: anEvaluation({ ndcg: 0.31 }) })).metrics[0]).toMatchObject({
      difference: Difference.UNCLEAR,
    });
    expect(compareModels(better, worse).metrics.at(-1)).toMatchObject({ name: 'diversity', difference: Difference.UNCLEAR });
  });

  it('show the settings that differ and no others', () => {
    expect(compareModels(better, worse).settings).toEqual([
      { name: 'k', first: '128', second: '64' },
      { name: 'halfLifeDays', first: '30', second: 'none' },
    ]);
    expect(compareModels(better, better).settings).toEqual([]);
  });

  it('warn of other data, and of one that was not measured', () => {
    expect(compareModels(better, better).warnings).toEqual([]);
    expect(compareModels(better, { ...worse, snapshot: 'other' }).warnings[0]).toContain('different interactions');
    const unmeasured = compareModels(better, aModel({ evaluation: null }));
    expect(unmeasured.metrics).toEqual([]);
    expect(unmeasured.warnings[0]).toContain('not measured');
  });
});

describe('the options of a training', () => {
  it('name every setting with a range in which its default lies', () => {
    const { settings, defaults, trials } = trainingOptions();
    expect(settings.map(({ name }) => name).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
    for (const { name, least = 0, most = 0, choices, nullable } of settings) {
      const value = defaults[name as keyof typeof SETTING_RULES];
      if (choices) expect(choices).toContain(value);
      else if (value === null) expect(nullable).toBe(true);
      else expect(Number(value) >= least && Number(value) <= most).toBe(true);
    }
    expect(trials.standard).toBeGreaterThanOrEqual(trials.least);
    expect(settings.filter(({ searched }) => searched !== null)).toHaveLength(5);
  });
});
