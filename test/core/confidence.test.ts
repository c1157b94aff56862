import { CONFIDENCE_TABLES, confidenceOf, isBlocked, isSeen } from '../../core/confidence';
import { EventType } from '../../core/event';
import { foldEvent } from '../../core/fold-event';
import { type Interaction, Opinion } from '../../core/interaction';
import { ConfidencePreset } from '../../core/model';
import { aFolded } from '../support/event';
import { anInteraction } from '../support/interaction';

const at = new Date('2026-05-01T20:00:00Z');
const rated = (rating: number): Partial<Interaction> => ({ rating, ratedAt: at });
const judged = (opinion: Opinion): Partial<Interaction> => ({ opinion, opinionAt: at });
const under = (preset: ConfidencePreset) => (given: Partial<Interaction>) =>
  confidenceOf(anInteraction(given), { preset, halfLifeDays: null, asOf: at });
const coverage = under(ConfidencePreset.COVERAGE);
const classic = under(ConfidencePreset.CLASSIC);

describe('confidence under the preset coverage', () => {
  it.each([
    { row: 'DISLIKE', given: judged(Opinion.DISLIKE), preference: 0, weight: 2 },
    { row: 'RATING under 2.5', given: rated(2), preference: 0, weight: 1.25 },
    { row: 'RATING under 2.5', given: rated(0.5), preference: 0, weight: 2 },
    { row: 'RATING of 2.5 to under 3.5', given: rated(2.5), preference: 1, weight: 0.2 },
    { row: 'RATING of 2.5 to under 3.5', given: rated(3), preference: 1, weight: 0.2 },
    { row: 'LIKE', given: judged(Opinion.LIKE), preference: 1, weight: 2 },
    { row: 'RATING of 3.5 and more', given: rated(3.5), preference: 1, weight: 1 },
    { row: 'RATING of 3.5 and more', given: rated(5), preference: 1, weight: 2.5 },
    { row: 'COMPLETED', given: { completions: 1 }, preference: 1, weight: 1.5 },
    { row: 'COMPLETED', given: { completions: 4 }, preference: 1, weight: 3 },
    { row: 'coverage', given: { covered: [[0, 300]], secondsPlayed: 30, mediaSeconds: 60 }, preference: 1, weight: 0.75 },
    { row: 'coverage', given: { covered: [[0, 600]], secondsPlayed: 240, mediaSeconds: 60 }, preference: 1, weight: 3 },
    { row: 'coverage', given: { covered: [[0, 9000]], secondsPlayed: 900 }, preference: 1, weight: 0.75 },
    { row: 'CLICK alone', given: { clicks: 1 }, preference: 1, weight: 0.1 },
    { row: 'CLICK alone', given: { clicks: 9 }, preference: 1, weight: 0.3 },
  ] as const)('$row: $given', ({ row, given, preference, weight }) => {
    expect(coverage(given)?.preference).toBe(preference);
    expect(coverage(given)?.weight).toBeCloseTo(weight, 10);
    expect(CONFIDENCE_TABLES.coverage.find(({ holds }) => holds(anInteraction(given)))?.name).toBe(row);
  });

  it('lets the newer of a rating and an opinion speak', () => {
    const later = new Date('2026-05-02T20:00:00Z');
    expect(coverage({ ...rated(1), opinion: Opinion.LIKE, opinionAt: later })?.preference).toBe(1);
    expect(coverage({ ...judged(Opinion.LIKE), rating: 1, ratedAt: later })?.preference).toBe(0);
  });

  it('counts a liked title that was watched over and over as watched', () => {
    expect(coverage({ ...rated(3.5), completions: 16 })?.weight).toBeCloseTo(4.5, 10);
  });

  it('says nothing of a title that was only shown or not known', () => {
    for (const type of [EventType.IMPRESSION, EventType.DONT_KNOW]) expect(foldEvent(null, aFolded({ type }), null)).toBeNull();
    expect(coverage({})).toBeNull();
  });

  it('halves a liking every half-life and never a dislike', () => {
    const options = { preset: ConfidencePreset.COVERAGE, halfLifeDays: 10, asOf: new Date('2026-05-21T20:00:00Z') };
    expect(confidenceOf(anInteraction({ completions: 1 }), options)?.weight).toBeCloseTo(1.5 / 4, 10);
    expect(confidenceOf(anInteraction(rated(5)), options)?.weight).toBeCloseTo(2.5 / 4, 10);
    expect(confidenceOf(anInteraction(judged(Opinion.LIKE)), options)?.weight).toBeCloseTo(0.5, 10);
    expect(confidenceOf(anInteraction(judged(Opinion.DISLIKE)), options)?.weight).toBe(2);
    expect(confidenceOf(anInteraction(rated(1)), options)?.weight).toBe(1.75);
  });
});

describe('confidence under the other presets', () => {
  it("takes the original's uncapped score under classic", () => {
    const watched = foldEvent(null, aFolded({ fromSeconds: 20.008688, toSeconds: 21.172696 }), 127);
    expect(watched && classic(watched)).toEqual({ preference: 1, weight: 0.03 });
    expect(classic({ classicScore: 12.5 })).toEqual({ preference: 1, weight: 12.5 });
    expect(classic({ completions: 1 })).toEqual({ preference: 1, weight: 3 });
    expect(classic(rated(4))).toEqual({ preference: 1, weight: 4 });
    expect(classic(rated(2))).toEqual({ preference: 0, weight: 1.25 });
    expect(classic(judged(Opinion.DISLIKE))).toEqual({ preference: 0, weight: 2 });
    expect(classic({})).toBeNull();
  });

  it('has every pair alike under binary', () => {
    const binary = under(ConfidencePreset.BINARY);
    for (const given of [{}, rated(1), rated(5), { clicks: 1 }, judged(Opinion.DISLIKE)])
      expect(binary(given)).toEqual({ preference: 1, weight: 1 });
  });
});

describe('what a list leaves out', () => {
  it('blocks a disliked title', () => {
    expect(isBlocked(anInteraction(judged(Opinion.DISLIKE)))).toBe(true);
    expect(isBlocked(anInteraction(rated(0.5)))).toBe(false);
  });

  it('takes a title as seen when it was watched, completed, rated or judged, and not when it was only begun', () => {
    const seen: Partial<Interaction>[] = [
      { completions: 1 },
      rated(3),
      judged(Opinion.LIKE),
      { covered: [[0, 300]], mediaSeconds: 60 },
      { covered: [[0, 20_000]], secondsPlayed: 2_000 },
    ];
    for (const given of seen) expect(isSeen(anInteraction(given))).toBe(true);
    for (const given of [{ clicks: 3 }, { covered: [[0, 100]], mediaSeconds: 60 } as const])
      expect(isSeen(anInteraction(given))).toBe(false);
  });
});
