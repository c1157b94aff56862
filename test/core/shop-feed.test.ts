import fc from 'fast-check';
import { feedProblems } from '../../core/shop/feed';
import { changedDrafts, feedChanges, type Match, requireMostStay, type StandingOffer } from '../../core/shop/feed-changes';
import { feedReader, isCsv } from '../../core/shop/feed-reader';
import { actionsIn, judgeAction } from '../../core/shop/reported-action';

const HEADER = 'sku,external_id,name,year,kind,link,price,currency,region,availability\n';
const row = (sku: string, more: Readonly<Record<string, string>> = {}): string => {
  const cells = { id: 'imdb:tt1', name: '', year: '', kind: '', link: `https://shop.example/${sku}`, price: '12.99', ...more };
  const { id, name, year, kind, link, price, currency = 'EUR', region = '', availability = '' } = cells as Record<string, string>;
  return `${[sku, id, name, year, kind, link, `"${price}"`, currency, region, availability].join(',')}\n`;
};

function readAll(text: string, { csv = true, pieces = 1_000 }: { csv?: boolean; pieces?: number } = {}) {
  const problems = feedProblems();
  const reader = feedReader({ csv, currency: 'EUR', problems });
  for (let at = 0; at < text.length; at += pieces) reader.push(text.slice(at, at + pieces));
  return { read: reader.end(), problems };
}

const good = (count: number): string => Array.from({ length: count }, (_, index) => row(`good-${index}`)).join('');

describe('a file of offers', () => {
  it('is read with its prices in minor units, by CSV and JSON Lines alike', () => {
    const { read } = readAll(
      HEADER +
        row('a', { region: 'fi', availability: 'out of stock', name: 'Ann, the film', id: 'imdb:tt1|movielens:5' }).replace(
          'Ann, the film',
          '"Ann, the film"',
        ),
    );
    const json = JSON.stringify({
      ...{ id: 'a', externalId: ['imdb:tt1', 'movielens:5'], title: 'Ann, the film', url: 'https://shop.example/a', price: 12.99 },
      ...{ currency: 'EUR', country: 'FI', availability: 'OUT_OF_STOCK' },
    });
    expect(readAll(json, { csv: false }).read.drafts).toEqual([{ ...read.drafts[0], row: 1 }]);
    expect(read.drafts[0]).toMatchObject({
      sku: 'a',
      row: 2,
      price: 1299,
      region: 'FI',
      name: 'Ann, the film',
      availability: 'OUT_OF_STOCK',
    });
  });

  it('names every bad row with its field, and goes on', () => {
    const bad = [
      row('a', { price: '12,99 ₽' }),
      row('b', { link: 'javascript:alert(1)' }),
      row('good-1'),
      row('c', { currency: 'euro' }),
      row('d', { region: 'Finland' }),
      row('e', { id: '' }),
      row('f', { id: '', name: 'Film', kind: '' }),
      row('g', { id: 'imdb' }),
      row('h', { year: '19x' }),
      row('i', { availability: 'perhaps' }),
      row('j', { name: 'Caf\ufffd' }),
      row('', {}),
      row('k', { kind: 'FILM' }),
    ];
    const { read, problems } = readAll(HEADER + good(20) + bad.join(''));
    expect(problems.first.map(({ row, field }) => [row, field])).toEqual([
      [22, 'price'],
      [23, 'url'],
      [24, 'sku'],
      [25, 'currency'],
      [26, 'region'],
      [27, 'externalId'],
      [28, 'kind'],
      [29, 'externalId'],
      [30, 'year'],
      [31, 'availability'],
      [32, 'name'],
      [33, 'sku'],
      [34, 'kind'],
    ]);
    expect(problems.first[0]?.message).not.toContain('₽');
    expect(read.drafts).toHaveLength(20);
  });

  it('is refused whole without a column that is needed, without rows, and when most rows are bad', () => {
    expect(() => readAll('sku,link\na,https://shop.example/a\n')).toThrow('no column price');
    expect(() => readAll(HEADER)).toThrow('no offers');
    expect(() => readAll('')).toThrow('no column');
    expect(() => readAll(HEADER + good(2) + row('a', { price: 'x' }).repeat(3))).toThrow('3 of 5 rows are bad, the first in line 4: price');
    expect(() => readAll('[{"sku":"a"}]', { csv: false })).toThrow('1 of 1 rows are bad');
    expect(() => readAll('<html>Service unavailable</html>')).toThrow('stand');
  });

  it('says the same wherever it is cut into pieces', () => {
    const text = HEADER + good(5) + row('a', { price: '12,99 ₽' }) + row('b', { name: '"two\nlines"' });
    const told = ({ read, problems }: ReturnType<typeof readAll>) => ({ read, first: problems.first });
    const whole = readAll(text);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pieces) => {
        expect(told(readAll(text, { pieces }))).toEqual(told(whole));
      }),
      { numRuns: 30 },
    );
  });

  it('is CSV by its name, else by how it begins', () => {
    expect([isCsv('a.csv', '{'), isCsv('a.jsonl.gz', 'x'), isCsv('a', '{"sku"'), isCsv('a', 'sku,url')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('has a hash that any change changes', () => {
    const hashOf = (more: Readonly<Record<string, string>>) => readAll(HEADER + row('a', more)).read.drafts[0]?.hash;
    const changes = [
      { price: '13.00' },
      { link: 'https://shop.example/z' },
      { region: 'FI' },
      { currency: 'USD' },
      { id: 'imdb:tt2' },
      { availability: 'preorder' },
    ];
    expect(new Set([{}, ...changes].map(hashOf)).size).toBe(changes.length + 1);
    expect(hashOf({ price: '12.990' })).toBe(hashOf({}));
  });
});

describe('a newer file', () => {
  const compared = (
    text: string,
    standing: ReadonlyMap<string, StandingOffer>,
    matchOf: (sku: string) => Match = () => ({ titleId: 1 }),
  ) => {
    const { read, problems } = readAll(text);
    const changed = changedDrafts(read, standing);
    return { ...feedChanges({ read, standing, changed, matches: changed.map(({ sku }) => matchOf(sku)), problems }), changed, problems };
  };
  const standingOf = (text: string) => new Map(readAll(text).read.drafts.map(({ sku, hash }, index) => [sku, { id: index + 1, hash }]));

  it('writes what is new or changed, removes what is gone, and leaves the rest alone', () => {
    const standing = standingOf(HEADER + row('same') + row('changed') + row('gone'));
    const { written, removedIds, counts } = compared(HEADER + row('same') + row('changed', { price: '1' }) + row('new'), standing);
    expect(written.map(({ sku }) => sku)).toEqual(['changed', 'new']);
    expect(removedIds).toEqual([3]);
    expect(counts).toEqual({ rows: 3, added: 1, changed: 1, unchanged: 1, unknown: 0, bad: 0, removed: 1, kept: 0 });
  });

  it('keeps an offer whose row is bad as it was, and removes one whose title is unknown now', () => {
    const standing = standingOf(HEADER + row('bad') + row('lost') + row('same'));
    const text = HEADER + row('bad', { price: '12,99 ₽' }) + row('lost', { id: 'imdb:none' }) + row('same');
    const { removedIds, counts, problems } = compared(text, standing, () => ({ message: 'The catalogue has no such title.' }));
    expect(removedIds).toEqual([2]);
    expect(counts).toEqual({ rows: 3, added: 0, changed: 0, unchanged: 1, unknown: 1, bad: 1, removed: 1, kept: 1 });
    expect(problems.first.map(({ row, field }) => [row, field])).toEqual([
      [2, 'price'],
      [3, 'externalId'],
    ]);
  });

  it('adds up: every row is added, changed, unchanged, unknown or bad, and every offer before is one of four', () => {
    const sku = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const rows = fc.array(fc.record({ sku, price: fc.constantFrom('1', '2', '2', 'x') }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, rows, fc.array(sku), (before, after, unknown) => {
        const text = (given: readonly { sku: string; price: string }[]) =>
          HEADER + good(15) + given.map(({ sku, price }) => row(sku, { price })).join('');
        const standing = standingOf(text(before));
        const { counts } = compared(text(after), standing, (each) =>
          new Set<string>(unknown).has(each) ? { message: 'none' } : { titleId: 1 },
        );
        expect(counts.added + counts.changed + counts.unchanged + counts.unknown + counts.bad).toBe(counts.rows);
        expect(counts.changed + counts.unchanged + counts.removed + counts.kept).toBe(standing.size);
      }),
    );
  });

  it('does not take most of a shop away unless it is meant so', () => {
    const standing = standingOf(HEADER + good(30));
    expect(() => requireMostStay(compared(HEADER + good(15), standing), standing.size)).not.toThrow();
    expect(() => requireMostStay(compared(HEADER + good(14), standing), standing.size)).toThrow('take away 16 of 30');
    const few = standingOf(HEADER + good(19));
    expect(() => requireMostStay(compared(HEADER + good(1), few), few.size)).not.toThrow();
  });
});

describe('an action that a shop tells', () => {
  const now = new Date('2026-11-23T20:00:00Z');
  const told = { id: 'order-1', type: 'BUY', click: 'abc', occurredAt: '2026-11-23T21:00:00+02:00' };

  it('is taken with its time, or that of its telling', () => {
    expect(judgeAction(told, now)).toEqual({ ...told, occurredAt: new Date('2026-11-23T19:00:00Z') });
    expect(judgeAction({ ...told, occurredAt: undefined }, now)).toMatchObject({ occurredAt: now });
  });

  it.each([
    ['id', { ...told, id: 5 }],
    ['id', { ...told, id: 'a\u0000' }],
    ['id', null],
    ['type', { ...told, type: 'PAY' }],
    ['type', { ...told, type: undefined }],
    ['click', { ...told, click: '' }],
    ['occurredAt', { ...told, occurredAt: 'yesterday' }],
    ['occurredAt', { ...told, occurredAt: '2026-11-23T20:10:00Z' }],
    ['occurredAt', { ...told, occurredAt: 1763928000 }],
  ])('is refused on %s: %j', (field, wrong) => {
    expect(judgeAction(wrong, now)).toMatchObject({ status: 'REJECTED', field });
  });

  it('comes in a list of at most a thousand', () => {
    expect(actionsIn('{"actions":[1,2]}')).toEqual([1, 2]);
    for (const body of ['', '[]', '{}', 'null', '{"actions":{}}']) expect(() => actionsIn(body)).toThrow('no list');
    expect(() => actionsIn(JSON.stringify({ actions: Array(1_001).fill(1) }))).toThrow('1001');
  });
});
