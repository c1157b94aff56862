import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateOrder, dateOrderOf, dayOf } from '../../core/history/day';
import { type Named, type Place, placeOf, prefixesOf, RowFate } from '../../core/history/place';
import { historyText } from '../../core/history/text';
import { searchName } from '../../core/search';
import type { TitleKind } from '../../core/title';
import { readHistory } from '../support/history-file';

const FOLDER = join(__dirname, '../fixtures/history');
const NOW = new Date('2026-01-31T12:00:00Z');
const MOST_WRONG = 0.005;
const LEAST_PLACED = 0.97;

interface GoldenTitle {
  readonly kind: TitleKind;
  readonly name: string;
  readonly year: number;
  readonly aliases: readonly string[];
}

/** Of each row what it names ("Heat (1995)"), null for what the catalogue does not have, DROPPED for no viewing; and its day. */
type Expected = Readonly<Record<string, readonly (readonly [title: string | null, day: string])[]>>;

const json = <Shape>(name: string): Shape => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const catalogue = json<readonly GoldenTitle[]>('catalogue.json').map((title, id) => ({ ...title, id }));
const expected = json<Expected>('expected.json');
const named = new Map<string, Named[]>();
for (const { id, kind, year, name, aliases } of catalogue)
  for (const key of new Set([name, ...aliases].map(searchName))) named.set(key, [...(named.get(key) ?? []), { id, key, kind, year }]);

/** The rows of a golden file, with what became of each. */
function placed(name: string) {
  const file = readHistory(historyText(readFileSync(join(FOLDER, `${name}.csv`))));
  const order = dateOrderOf(
    file.rows.map(({ date }) => date),
    NOW,
  );
  const prefixes = prefixesOf(file.rows.filter(({ dropped }) => dropped === null).map(({ text }) => text));
  return file.rows.map((row, index) => {
    const [title = null, day = ''] = expected[name]?.[index] ?? [];
    const place = row.dropped !== null || row.text === '' ? null : placeOf(row.text, { named, prefixes });
    return {
      ...row,
      title,
      day,
      told: dayOf(row.date, order ?? DateOrder.DAY_FIRST, NOW)
        ?.toISOString()
        .slice(0, 10),
      place,
    };
  });
}

const nameOf = (place: Place | null): string | null => {
  const title = catalogue.find(({ id }) => id === place?.titleId);
  return title ? `${title.name} (${title.year})` : null;
};
const files = Object.keys(expected);
const all = files.flatMap((name) => placed(name).map((row) => ({ name, ...row })));
const prefixes = new Map(
  files.map((name) => [name, prefixesOf(all.filter((row) => row.name === name && row.place !== null).map(({ text }) => text))]),
);

describe('the golden histories', () => {
  it('are all here, with what is expected of each', () => {
    const there = readdirSync(FOLDER).filter((file) => file.endsWith('.csv'));
    expect(there.map((file) => file.replace('.csv', '')).sort()).toEqual([...files].sort());
    expect(all.length).toBeGreaterThan(400);
  });

  it.each(files)('are read row by row and day by day: %s', (name) => {
    const rows = placed(name);
    expect(rows).toHaveLength(expected[name]?.length ?? 0);
    expect(rows.map(({ told }) => told)).toEqual(rows.map(({ day }) => day));
    expect(rows.filter(({ text }) => text.includes('\ufffd'))).toEqual([]);
    expect(rows.map(({ place }) => place === null)).toEqual(rows.map(({ title }) => title === 'DROPPED'));
  });

  it('have nearly every title placed that the catalogue has, and nearly none wrong', () => {
    const known = all.filter(({ title }) => title !== null && title !== 'DROPPED');
    const sure = all.filter(({ place }) => place?.fate === RowFate.SURE);
    const right = known.filter(({ place, title }) => nameOf(place) === title);
    const wrong = sure.filter(({ place, title }) => nameOf(place) !== title);
    const left = known.filter(({ place, title }) => nameOf(place) !== title).map(({ name, text }) => `${name}: ${text}`);
    expect({ left: right.length / known.length < LEAST_PLACED ? left : [] }).toEqual({ left: [] });
    expect({ wrong: wrong.length / sure.length > MOST_WRONG ? wrong : [] }).toEqual({ wrong: [] });
  });

  it('are sure of nothing that the catalogue does not have', () => {
    const strangers = all.filter(({ title }) => title === null);
    expect(strangers.length).toBeGreaterThan(20);
    expect(strangers.filter(({ place }) => place?.fate === RowFate.SURE).map(({ text }) => text)).toEqual([]);
  });

  it('are placed as well where a tenth of the titles is missing, one tenth after the other', () => {
    for (let missing = 0; missing < 10; missing++) {
      const rest = new Map([...named].map(([key, titles]) => [key, titles.filter(({ id }) => id % 10 !== missing)]));
      const wrong = all
        .filter(({ place }) => place !== null)
        .map((row) => ({ ...row, place: placeOf(row.text, { named: rest, prefixes: prefixes.get(row.name) ?? prefixesOf([]) }) }))
        .filter(({ place, title }) => place.fate === RowFate.SURE && nameOf(place) !== title)
        .map(({ text }) => text);
      expect({ missing, wrong: wrong.length / all.length > MOST_WRONG ? wrong : [] }).toEqual({ missing, wrong: [] });
    }
  });
});
