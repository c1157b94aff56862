import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { coverageOf, WatchClass, watchClass, watchClassOf } from '../../core/watch-class';
import { anInteraction } from '../support/interaction';

const FIXTURE = join(__dirname, '..', 'fixtures', 'watch-log.csv');
/** The video recommender's own log lies beside the repository where we develop; its licence keeps it out of here. */
const REAL = join(__dirname, '..', '..', '..', 'shared', 'data', 'watch-log', 'watch_log.csv');

/** Counts the classes of a watch log, each row by its own duration. */
function classesIn(file: string): Record<string, number> {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const name = watchClass(Number(row.duration_watched), Number(row.video_duration)) ?? 'neither';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('the watch class', () => {
  it.each([
    { covered: 0, media: 100, expected: null },
    { covered: 0.1, media: 100, expected: WatchClass.CLICKED },
    { covered: 49.9, media: 100, expected: WatchClass.CLICKED },
    { covered: 50, media: 100, expected: WatchClass.WATCHED },
    { covered: 5_000, media: null, expected: WatchClass.CLICKED },
    { covered: -1, media: 100, expected: null },
    { covered: Number.NaN, media: 100, expected: null },
  ])('of $covered s of $media s is $expected', ({ covered, media, expected }) => {
    expect(watchClass(covered, media)).toBe(expected);
  });

  it('sorts a watch log row by row', () => {
    expect(classesIn(FIXTURE)).toEqual({ WATCHED: 104, CLICKED: 88, neither: 8 });
  });

  it("finds the 10,943 watched and 9,057 clicked of the video recommender's log", () => {
    if (!existsSync(REAL)) {
      console.warn('SKIPPED: watch_log.csv is not at hand, so its 10,943 watched and 9,057 clicked were not counted.');
      return;
    }
    expect(classesIn(REAL)).toEqual({ WATCHED: 10_943, CLICKED: 9_057 });
  });

  it('takes a whole play told without seconds as watched, and a click alone as clicked', () => {
    expect(watchClassOf(anInteraction({ completions: 1 }))).toBe(WatchClass.WATCHED);
    expect(coverageOf(anInteraction({ completions: 1 }))).toBe(1);
    expect(watchClassOf(anInteraction({ clicks: 1 }))).toBe(WatchClass.CLICKED);
    expect(watchClassOf(anInteraction({ rating: 5 }))).toBeNull();
  });

  it('has no share of a title of unknown length', () => {
    expect(coverageOf(anInteraction({ covered: [[0, 100]], secondsPlayed: 10 }))).toBeNull();
    expect(coverageOf(anInteraction({ covered: [[0, 100]], mediaSeconds: 40 }))).toBe(0.25);
  });
});
