import fc from 'fast-check';
import { DateOrder, dateOrderOf, dayOf } from '../../core/history/day';
import { keysOf } from '../../core/history/name-keys';
import { keysToFind, type Named, placeOf, prefixesOf, RowFate } from '../../core/history/place';
import { historyText } from '../../core/history/text';
import { readingsOf } from '../../core/history/title-string';
import { TitleKind } from '../../core/title';
import { readHistory } from '../support/history-file';

const NOW = new Date('2026-01-31T12:00:00Z');
const first = (text: string) => readingsOf(text)[0];

describe('a title string', () => {
  it.each([
    ['Borgen: Season 2: Plant a Tree', 'Borgen', 2],
    ['Lupin: Partie 1\u00a0: Chapitre 2', 'Lupin: Partie 1: Chapitre 2', null],
    ['Dix pour cent : Saison\u00a01 : Cécile', 'Dix pour cent', 1],
    ['Dark: Staffel 3: Déjà-vu', 'Dark', 3],
    ['La casa: Temporada 2: Bienvenidos', 'La casa', 2],
    ['Suburra: Stagione 1: 21 giorni', 'Suburra', 1],
    ['Undercover: Seizoen 1: Aflevering 2', 'Undercover', 1],
    ['Rojst: Sezon 1: Rozdział 2', 'Rojst', 1],
    ['Sorjonen: Kausi 2: Osa 1', 'Sorjonen', 2],
    ['Atiye: 2. Sezon: 4. Bölüm', 'Atiye', 2],
    ['深夜食堂：シーズン1：エピソード3', '深夜食堂', 1],
    ['Метод: Сезон 1: Серия 3', 'Метод', 1],
    ['Godless: Limited Series: An Incident', 'Godless', null],
    ['Cyberpunk: Edgerunners: Season 1: Let You Down', 'Cyberpunk: Edgerunners', 1],
  ])('tells the show and season of %s', (text, name, season) => {
    expect(first(text)).toMatchObject({ name, season });
  });

  it('has no reading where the name of the show is lost', () => {
    expect(readingsOf(' : Episode 1')).toEqual([]);
  });

  it('keeps a part inside a show whose name holds a colon', () => {
    const readings = readingsOf('Trollhunters: Tales of Arcadia: Part 1: Becoming: Part 2');
    expect(readings.find(({ by }) => by === 'part')?.name).toBe('Trollhunters: Tales of Arcadia');
  });
});

describe('a name', () => {
  it.each([
    ['The Matrix', 'matrix the'],
    ['Matrix, The', 'the matrix'],
    ['Tom & Jerry', 'tom and jerry'],
    ['Rocky II', 'rocky 2'],
    ['Rocky 3', 'rocky iii'],
    ['Amélie (2001)', 'amelie'],
  ])('is found when it is written %s', (name, key) => {
    expect(keysOf(name)).toContain(key);
  });
});

describe('the order of dates', () => {
  it.each([
    [['6/19/25', '6/2/25'], DateOrder.MONTH_FIRST],
    [['19/06/2025', '02/06/2025'], DateOrder.DAY_FIRST],
    [['3.2.2025', '1.2.2025'], DateOrder.DAY_FIRST],
    [['2025/02/03'], DateOrder.YEAR_FIRST],
    [['2/5/25', '11/4/24', '9/4/24', '8/12/24', '7/3/24'], DateOrder.MONTH_FIRST],
    [['2/5/25'], null],
  ])('of %j is %s', (dates, order) => {
    expect(dateOrderOf(dates, NOW)).toBe(order);
  });

  it('reads no day that there is not', () => {
    expect(dayOf('31/02/2025', DateOrder.DAY_FIRST, NOW)).toBeNull();
    expect(dayOf('2024年1月5日', DateOrder.YEAR_FIRST, NOW)).toEqual(new Date('2024-01-05T00:00:00Z'));
  });
});

describe('an export', () => {
  it('is read with any delimiter and encoding', () => {
    const turkish = 'Başlık;Tarih\nAtiye: 2. Sezon: 4. Bölüm;1/2/25\n';
    expect(readHistory(turkish).rows).toMatchObject([{ text: 'Atiye: 2. Sezon: 4. Bölüm', date: '1/2/25', dropped: null }]);
    const wide = new Uint8Array(Buffer.from('Title,Date\n"Heat","1/2/25"\n', 'utf16le'));
    expect(readHistory(historyText(wide)).rows).toMatchObject([{ text: 'Heat' }]);
    const polish = Buffer.concat([
      Buffer.from('Tytul,Data\nRojst: Sezon 1: Cz'),
      Buffer.from([0xea, 0x9c, 0xe6]),
      Buffer.from(' 1,02.03.2024\n'),
    ]);
    expect(readHistory(historyText(polish)).rows).toMatchObject([{ text: 'Rojst: Sezon 1: Część 1' }]);
  });

  it('keeps commas of a title that nobody quoted', () => {
    expect(readHistory('Title,Date\nYes, No,1/2/25\nHeat,1/2/25\n').rows.map(({ text }) => text)).toEqual(['Yes, No', 'Heat']);
  });

  it('drops trailers, hooks and plays of seconds of the full export, and tells its profiles', () => {
    const header = 'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country';
    const rows = [
      'Ada,2025-01-02 20:00:00,01:30:00,,Heat,,TV,,,NL',
      'Ada,2025-01-02 19:59:00,00:00:30,,Heat,,TV,,,NL',
      'Bo,2025-01-02 19:58:00,00:02:00,,Heat,TRAILER,TV,,,NL',
    ];
    const file = readHistory([header, ...rows].join('\n'));
    expect(file).toMatchObject({ kind: 'FULL', profiles: ['Ada', 'Bo'] });
    expect(file.rows.map(({ dropped }) => dropped !== null)).toEqual([false, true, true]);
  });

  it('never fails, whatever the bytes, and numbers every row that it answers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { rows } = readHistory(historyText(bytes));
        expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
        const prefixes = prefixesOf(rows.map(({ text }) => text));
        for (const { text } of rows) expect(placeOf(text, { named: new Map(), prefixes }).fate).toBe(RowFate.UNKNOWN);
      }),
    );
  });
});

describe('a place', () => {
  const catalogue: readonly Named[] = [
    { id: 1, key: 'heat', kind: TitleKind.MOVIE, year: 1995 },
    { id: 2, key: 'dark', kind: TitleKind.SHOW, year: 2017 },
    { id: 3, key: 'it', kind: TitleKind.MOVIE, year: 1990 },
    { id: 4, key: 'it', kind: TitleKind.MOVIE, year: 2017 },
    { id: 5, key: 'transformers', kind: TitleKind.SHOW, year: 1984 },
    { id: 6, key: 'heat', kind: TitleKind.VIDEO, year: 1995 },
    { id: 7, key: 'big buck bunny', kind: TitleKind.VIDEO, year: 2008 },
  ];
  const named = groups(catalogue);
  const place = (text: string, file: readonly string[] = [text]) => placeOf(text, { named, prefixes: prefixesOf(file) });

  it('is sure of a film by its name, though a clip bears it too, and of a show by its season', () => {
    expect(place('Heat')).toMatchObject({ fate: RowFate.SURE, titleId: 1 });
    expect(place('Big Buck Bunny')).toMatchObject({ fate: RowFate.SURE, titleId: 7 });
    expect(place('Dark: Season 1: Secrets')).toMatchObject({ fate: RowFate.SURE, titleId: 2 });
  });

  it('asks where two titles bear the name, unless the year tells them apart', () => {
    expect(place('It')).toMatchObject({ fate: RowFate.ASK, titleId: null });
    expect(place('It (2017)')).toMatchObject({ fate: RowFate.SURE, titleId: 4 });
  });

  it('takes a name before a colon for a show only when the file repeats it', () => {
    expect(place('Transformers: Revenge of the Fallen').fate).toBe(RowFate.ASK);
    const file = ['Transformers: A', 'Transformers: B', 'Transformers: C'];
    expect(place('Transformers: A', file)).toMatchObject({ fate: RowFate.SURE, titleId: 5 });
  });

  it('is sure of no show where a film of that name may be meant', () => {
    expect(place('Transformers').fate).toBe(RowFate.ASK);
    expect(place('Transformers', ['Transformers', 'Transformers: Season 1: A']).fate).toBe(RowFate.SURE);
    expect(place('Transformers: Part Two').fate).toBe(RowFate.ASK);
    expect(place('Transformers: Part 2: The Return').fate).toBe(RowFate.SURE);
    const seasons = ['Transformers: Season 1: A', 'Transformers: Season 1: B', 'Transformers: Season 1: C'];
    expect(place('Transformers: The Movie', [...seasons, 'Transformers: The Movie']).fate).toBe(RowFate.ASK);
  });

  it('takes what stands before a word for a season for the name of the show, and nothing shorter', () => {
    const file = ['Dark: Light: Season 1: A', 'Dark: Light: Season 1: B', 'Dark: Light: Season 1: C'];
    expect(place('Dark: Light: Season 1: A', file).fate).toBe(RowFate.ASK);
    expect(place('Dark: Dark 2: Chapter One: A')).toMatchObject({ fate: RowFate.SURE, titleId: 2 });
  });

  it('asks about a name with an article more or less', () => {
    expect(place('The Heat')).toMatchObject({ fate: RowFate.ASK, candidates: [{ titleId: 1, score: 0.85 }, { titleId: 6 }] });
  });

  it('asks about names that only look alike, best first, each once', () => {
    const alike = [
      { titleId: 7, score: 0.6 },
      { titleId: 8, score: 1 },
      { titleId: 7, score: 0.7 },
      { titleId: 9, score: 0.4 },
    ];
    expect(placeOf('Heet', { named, prefixes: prefixesOf(['Heet']) }, alike)).toMatchObject({
      fate: RowFate.ASK,
      candidates: [
        { titleId: 8, score: 0.84 },
        { titleId: 7, score: 0.7 },
      ],
    });
  });

  it('looks for every name that a string may hold', () => {
    expect(keysToFind('Cyberpunk: Edgerunners: Let You Down')).toEqual(expect.arrayContaining(['cyberpunk', 'cyberpunk edgerunners']));
  });
});

function groups(titles: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const title of titles) found.set(title.key, [...(found.get(title.key) ?? []), title]);
  return found;
}
