import { AttentionCode, type AttentionFacts, Severity } from '../../core/attention';
import { needsAttention } from '../../core/attention-rules';

const NOW = new Date('2026-05-20T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

/** A house in which all is well. */
const WELL: AttentionFacts = {
  now: NOW,
  model: { id: 3, createdAt: daysAgo(2), interactions: 10_000 },
  interactions: 10_500,
  failedJobs: [],
  intake: { events: 900, before: 1_000 },
  clicks: { impressions: 10_000, clicked: 800, before: { impressions: 10_000, clicked: 820 } },
  disk: { freeBytes: 60e9, bytes: 100e9, grownBytesADay: 1e9 },
  unknown: { events: 3, references: ['imdb:tt1'] },
  missingPartitions: [],
  countedUntil: new Date(NOW.getTime() - 70_000),
  webhook: { failures: 0, error: null },
  outbox: [{ destination: 'sns', waiting: 12, oldestAt: new Date(NOW.getTime() - 60_000), setApart: 0, failure: null }],
};
const found = (given: Partial<AttentionFacts>) => needsAttention({ ...WELL, ...given });
const codes = (given: Partial<AttentionFacts>) =>
  found(given).map(({ code, severity }) => (severity === Severity.CRITICAL ? `${code}!` : code));

describe('what needs attention', () => {
  it('is nothing where all is well, and nothing of an installation that has just begun', () => {
    expect(codes({})).toEqual([]);
    const empty = { model: null, interactions: 0, intake: { events: 0, before: 0 }, disk: null, countedUntil: null, webhook: null };
    expect(codes({ ...empty, clicks: { impressions: 0, clicked: 0, before: { impressions: 0, clicked: 0 } } })).toEqual([]);
  });

  it('is that no model is live although there is enough to learn from', () => {
    expect(codes({ model: null, interactions: 1_000 })).toEqual(['NO_MODEL']);
    expect(codes({ model: null, interactions: 999 })).toEqual([]);
  });

  it('is a model that is old or has not seen much of what is known now', () => {
    const old = { id: 3, createdAt: daysAgo(30), interactions: 10_000 };
    expect(found({ model: old })[0]).toMatchObject({
      code: AttentionCode.STALE_MODEL,
      remedy: '/models',
      text: expect.stringContaining('30 days'),
    });
    expect(codes({ model: old, interactions: 10_000 })).toEqual([]);
    expect(codes({ interactions: 13_000 })).toEqual(['STALE_MODEL']);
    expect(codes({ interactions: 12_999 })).toEqual([]);
  });

  it('is a job or an import whose last run failed, with its error and the way to it', () => {
    const job = { id: 9, name: 'train', error: 'Out of memory' };
    expect(found({ failedJobs: [job] })).toEqual([
      expect.objectContaining({
        code: 'JOB_FAILED',
        remedy: '/jobs/9',
        title: 'The job "train" failed',
        text: expect.stringMatching(/^Out of memory\. /),
      }),
    ]);
    const imported = { id: 10, name: 'import-titles', error: null };
    expect(found({ failedJobs: [imported] })).toEqual([expect.objectContaining({ code: 'IMPORT_FAILED', remedy: '/imports' })]);
  });

  it('is an intake that has fallen against last week, and urgent when hardly anything is left', () => {
    expect(codes({ intake: { events: 499, before: 1_000 } })).toEqual(['INTAKE_FALLEN']);
    expect(codes({ intake: { events: 500, before: 1_000 } })).toEqual([]);
    expect(codes({ intake: { events: 99, before: 1_000 } })).toEqual(['INTAKE_FALLEN!']);
    expect(codes({ intake: { events: 0, before: 199 } })).toEqual([]);
  });

  it('is a click-through that has fallen by more than chance', () => {
    const clicks = (impressions: number, clicked: number) => ({
      clicks: { impressions, clicked, before: { impressions: 10_000, clicked: 800 } },
    });
    expect(codes(clicks(10_000, 500))).toEqual(['CLICK_THROUGH_FALLEN']);
    expect(codes(clicks(10_000, 560))).toEqual([]);
    expect(codes(clicks(499, 0))).toEqual([]);
    // 500 impressions at 8 % are 40 +- 6 clicks: 25 are 2.5 standard errors away.
    expect(codes(clicks(500, 25))).toEqual([]);
    expect(codes(clicks(500, 10))).toEqual(['CLICK_THROUGH_FALLEN']);
  });

  it('is a disk that is nearly full, or soon will be', () => {
    const disk = (freeBytes: number, grownBytesADay: number) => ({ disk: { freeBytes, bytes: 100e9, grownBytesADay } });
    expect(codes(disk(14e9, 0))).toEqual(['DISK_FILLING']);
    expect(codes(disk(4e9, 0))).toEqual(['DISK_FILLING!']);
    expect(found(disk(50e9, 5e9))[0]?.text).toContain('full in 10 days');
    expect(codes(disk(50e9, 3e9))).toEqual([]);
  });

  it('is that many events name titles that nobody knows', () => {
    expect(found({ unknown: { events: 20, references: ['imdb:tt1', 'imdb:tt2'] } })).toEqual([
      expect.objectContaining({ code: 'UNKNOWN_TITLES', remedy: '/imports', text: expect.stringContaining('imdb:tt1, imdb:tt2') }),
    ]);
    expect(codes({ unknown: { events: 19, references: ['imdb:tt1'] } })).toEqual([]);
  });

  it('is, above all, a partition that is missing', () => {
    expect(codes({ missingPartitions: ['served_2026_05_21'], model: null })).toEqual(['PARTITIONS_MISSING!', 'NO_MODEL']);
  });

  it('is that the numbers are late', () => {
    expect(codes({ countedUntil: new Date(NOW.getTime() - 600_000) })).toEqual(['NUMBERS_LATE!']);
    expect(codes({ countedUntil: new Date(NOW.getTime() - 599_000) })).toEqual([]);
  });

  it('is events that a system refuses, or that have waited for it for a quarter of an hour', () => {
    const [one] = WELL.outbox;
    if (one === undefined) throw new Error('The house has an outbox.');
    expect(found({ outbox: [{ ...one, setApart: 2, failure: 'Too long.' }] })).toEqual([
      {
        code: AttentionCode.OUTBOX_STUCK,
        severity: Severity.WARNING,
        title: 'Events are not passed on',
        text: 'The topic refused 2 events: Too long. Mend that, then have them tried again.',
        remedy: '/jobs',
      },
    ]);
    const late = { ...one, destination: 'personalize' as const, oldestAt: new Date(NOW.getTime() - 16 * 60_000), failure: 'Throttled' };
    expect(found({ outbox: [one, late] }).map(({ text }) => text)).toEqual([
      '12 events wait for Personalize, the oldest for more than 15 minutes: Throttled. Mend that, then have them tried again.',
    ]);
  });

  it('is a webhook that does not answer', () => {
    expect(found({ webhook: { failures: 3, error: 'It answered 500.' } })).toEqual([
      expect.objectContaining({ code: 'WEBHOOK_FAILING', text: expect.stringContaining('It answered 500. Check') }),
    ]);
    expect(codes({ webhook: { failures: 2, error: 'It answered 500.' } })).toEqual([]);
  });

  it('never repeats an error at length', () => {
    expect(found({ failedJobs: [{ id: 1, name: 'train', error: 'x'.repeat(5_000) }] })[0]?.text.length).toBeLessThan(300);
  });
});
