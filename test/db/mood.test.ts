import { Scope } from '../../core/caller';
import { EngineName } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { ensureMoods, removeMood, saveMood } from '../../flow/mood';
import { savePlacement } from '../../flow/placement';
import { allMoods } from '../../store/moods';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let other: TestApp;
let editor: Readonly<Record<string, string>>;
let ann: Viewer;

beforeAll(async () => {
  app = await startApp(fixture.url);
  other = await startApp(fixture.url);
  editor = await aKey(fixture.db, Scope.CATALOGUE_WRITE, Scope.RECOMMENDATIONS_READ);
  ann = await aViewer(app.url);
});
afterAll(() => Promise.all([app.stop(), other.stop()]));

interface Place {
  readonly title: { readonly id: string; readonly kind: string };
  readonly reasons: readonly { readonly code: string }[];
  readonly fit: {
    readonly seconds: number;
    readonly pages: number | null;
    readonly episode: { readonly id: string } | null;
    readonly playlist: readonly { readonly id: string }[] | null;
  } | null;
}

const PLACES = `query ($input: RecommendationsInput!) { recommendations(input: $input) { items(first: 50) { nodes {
  title { id kind } reasons { code } fit { seconds pages episode { id } playlist { id } } } } } }`;

const placesAt = (url: string, input: object) =>
  ask(url, PLACES, { variables: { input: { explorationShare: 0, ...input } }, headers: ann.headers });

async function listed(input: object, url = app.url): Promise<readonly Place[]> {
  return fieldOf<{ items: { nodes: readonly Place[] } }>(await placesAt(url, input), 'recommendations').items.nodes;
}

const idsOf = (places: readonly Place[]): number[] => places.map(({ title }) => Number(title.id)).sort((a, b) => a - b);

async function save(input: object) {
  const call = `mutation ($input: SaveMoodInput!) { saveMood(input: $input) { mood { id version match names { en ru } sound { fact from to weight } }
    userErrors { code field message expected } } }`;
  return fieldOf<{ mood: { version: number } | null; userErrors: readonly { code: string; field: string; expected: string }[] }>(
    await ask(app.url, call, { variables: { input }, headers: editor }),
    'saveMood',
  );
}

const aMood = (id: string, genre: string) => ({ id, names: { en: id, ru: 'Так' }, genres: [{ kind: 'MOVIE', genre, weight: 1 }] });

describe('moods', () => {
  it('are there from the start, once, in both languages; what an operator took out stays away', async () => {
    await Promise.all([ensureMoods(fixture.db), ensureMoods(fixture.db)]);
    const moods = fieldOf<{ id: string; names: { en: string; ru: string } }[]>(
      await ask(app.url, '{ moods { id names { en ru } } }'),
      'moods',
    );
    expect(moods.map(({ id }) => id)).toEqual([
      'joyful',
      'calm',
      'comfort',
      'romantic',
      'tense',
      'curious',
      'nostalgic',
      'energetic',
      'focused',
      'lift',
      'party',
    ]);
    expect(moods[1]?.names).toEqual({ en: 'Calm', ru: 'Спокойствие' });
    await removeMood(fixture.db, 'operator:1', { id: 'party', version: 1 });
    await ensureMoods(fixture.db);
    expect((await allMoods(fixture.db)).map(({ id }) => id)).not.toContain('party');
  });

  it('are saved at the version they were read at, audited; a stale save answers the current row', async () => {
    const sound = [{ fact: 'TEMPO', from: 60, to: 90, weight: 0.5 }];
    expect(await save({ ...aMood('sleepy', 'Night'), match: 'LIFT', sound })).toEqual({
      mood: { id: 'sleepy', version: 1, match: 'LIFT', names: { en: 'sleepy', ru: 'Так' }, sound },
      userErrors: [],
    });
    expect((await save({ ...aMood('sleepy', 'Dusk'), version: 1 })).mood?.version).toBe(2);
    for (const version of [null, 1, 3]) {
      const { mood, userErrors } = await save({ ...aMood('sleepy', 'Dawn'), version });
      expect(mood?.version).toBe(2);
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: 'input.version', expected: 'version 2' }]);
    }
    const audit = await fixture.db.query(
      `select action, before ->> 'version' as before, after ->> 'version' as after from audit where "entityId" = 'sleepy' order by id`,
    );
    expect(audit).toEqual([
      { action: 'mood.save', before: null, after: '1' },
      { action: 'mood.save', before: '1', after: '2' },
    ]);
  });

  it('are refused where nothing speaks for them, and nothing is kept', async () => {
    const { mood, userErrors } = await save({ id: 'empty', names: { en: 'Empty', ru: 'Пусто' } });
    expect(mood).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'BAD_INPUT', field: 'input.genres' }]);
  });

  it('are made by one of two who make them at once', async () => {
    const [one, two] = await Promise.all([save(aMood('twin', 'A')), save(aMood('twin', 'B'))]);
    expect([one, two].flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
  });

  it('change lists in every server from the next notice on, by genre and by tag', async () => {
    const [dusk, dawn, tagged] = [
      await aTitle(fixture.db, { genres: ['Dusk'] }),
      await aTitle(fixture.db, { genres: ['Dawn'] }),
      await aTitle(fixture.db, { genres: ['Noon'] }),
    ];
    await fixture.db.query('insert into title_tags ("titleId", tag, relevance) values ($1, $2, 1)', [tagged, 'Low Light']);
    await fixture.db.query(`select pg_notify('kinograph', '{"topic":"titles","ids":null}')`);
    await save(aMood('late', 'Dusk'));
    for (const { url } of [app, other]) {
      await until('the mood is known', async () => (await placesAt(url, { mood: 'late' })).errors.length === 0);
      await until('the list goes by it', async () => idsOf(await listed({ mood: 'late' }, url)).join() === `${dusk}`);
    }
    await save({ ...aMood('late', 'Dawn'), tags: [{ tag: 'low light', weight: 1 }], version: 1 });
    for (const { url } of [app, other])
      await until('the list goes by it', async () => idsOf(await listed({ mood: 'late' }, url)).join() === `${dawn},${tagged}`);
    await fixture.db.query('delete from title_tags where "titleId" = $1', [tagged]);
    await fixture.db.query(`select pg_notify('kinograph', '{"topic":"titles","ids":[${tagged}]}')`);
    for (const { url } of [app, other])
      await until('the list goes by it', async () => idsOf(await listed({ mood: 'late' }, url)).join() === `${dawn}`);
    const [place] = await listed({ mood: 'late' });
    expect(place?.reasons.map(({ code }) => code)).toContain('MOOD_MATCH');
    expect(place?.fit).toBeNull();
  });

  it('tell operators what they reach of each kind, and nobody else', async () => {
    const query = '{ moods { id coverage { kind titles scored fitting } } }';
    const moods = fieldOf<{ id: string; coverage: unknown }[]>(await ask(app.url, query, { headers: editor }), 'moods');
    expect(moods.find(({ id }) => id === 'late')?.coverage).toEqual([{ kind: 'MOVIE', titles: 3, scored: 3, fitting: 1 }]);
    const asked = await ask(app.url, query, { headers: ann.headers });
    expect(codesOf(asked)).toContain('FORBIDDEN');
    expect(fieldOf<{ coverage: unknown }[]>(asked, 'moods')[0]).toMatchObject({ id: 'joyful', coverage: null });
  });

  it('show before they are saved what they would do, by tags that no mood names yet too, and change nothing', async () => {
    const call = `query ($input: SaveMoodInput!) { moodPreview(input: $input) { titles { score title { id } } coverage { kind titles scored fitting } } }`;
    const preview = async (input: object) => ask(app.url, call, { variables: { input }, headers: editor });
    const fresh = await aTitle(fixture.db, { name: 'Fresh' });
    await fixture.db.query('insert into title_tags ("titleId", tag, relevance) values ($1, $2, 1)', [fresh, 'Fresh Air']);
    await fixture.db.query(`select pg_notify('kinograph', '{"topic":"titles","ids":[${fresh}]}')`);
    const input = { ...aMood('airy', 'Dawn'), tags: [{ tag: 'fresh air', weight: 0.8 }] };
    const told = await until('the title is known', async () => {
      const found = fieldOf<{ titles: { score: number; title: { id: string } }[]; coverage: unknown }>(await preview(input), 'moodPreview');
      return found.titles.length === 2 ? found : null;
    });
    expect(told.titles.find(({ title }) => Number(title.id) === fresh)?.score).toBeCloseTo(Math.tanh(0.8), 6);
    expect(told.coverage).toEqual([{ kind: 'MOVIE', titles: 4, scored: 4, fitting: 2 }]);
    expect((await allMoods(fixture.db)).map(({ id }) => id)).not.toContain('airy');
    const nothing = fieldOf<{ titles: unknown[] }>(await preview(aMood('airy', 'Midnight')), 'moodPreview');
    expect(nothing.titles).toEqual([]);
    expect((await preview({ id: 'airy', names: { en: 'Airy', ru: 'Воздух' } })).errors[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.genres',
    });
  });

  it('stay while a placement asks for them, and no placement asks for one that there is not', async () => {
    const placement = { name: 'evening', description: '', engine: EngineName.LOCAL, version: null };
    const asking = (mood: string) => savePlacement(fixture.db, 'system', { ...placement, input: { mood } });
    await expect(asking('unknown')).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'input.input.mood' });
    await asking('calm');
    await expect(removeMood(fixture.db, 'system', { id: 'calm', version: 1 })).rejects.toMatchObject({ code: 'CONFLICT', field: 'id' });
    await expect(removeMood(fixture.db, 'system', { id: 'unknown', version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(removeMood(fixture.db, 'system', { id: 'tense', version: 7 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('are at most a hundred', async () => {
    const [{ count }] = await fixture.db.query('select count(*) as count from moods');
    await fixture.db.query(
      `insert into moods (id, place, names, match, genres, tags, sound)
       select 'filler-' || n, 1000, '{"en":"x","ru":"х"}', 'MATCH', '[]', '[]', '[]' from generate_series(1, $1) n`,
      [100 - count],
    );
    const mood = (await allMoods(fixture.db)).find(({ id }) => id === 'calm');
    if (mood === undefined) throw new Error('There is no calm.');
    await expect(saveMood(fixture.db, 'system', { ...mood, id: 'one-more', version: null })).rejects.toMatchObject({ code: 'CONFLICT' });
    await fixture.db.query(`delete from moods where id like 'filler-%'`);
  });
});

describe('a search by mood and time', () => {
  it('refuses a mood that there is not, naming those that there are, and times that nobody has', async () => {
    const unknown = await placesAt(app.url, { mood: 'hangry' });
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'input.mood' });
    expect(unknown.errors[0]?.extensions?.expected).toContain('calm');
    for (const availableSeconds of [0, -5, 604_801, 2_000_000_000]) {
      const answer = await placesAt(app.url, { availableSeconds });
      expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'input.availableSeconds' });
    }
  });

  it('tells what fits: the next episode of a series in progress, pages of a book, tracks that fill the time', async () => {
    const { db } = fixture;
    const show = await aTitle(db, { kind: TitleKind.SHOW, name: 'Show' });
    const episode = (number: number) => aTitle(db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number, seconds: 1_500 });
    const [first, second] = [await episode(1), await episode(2)];
    const book = await aTitle(db, { kind: TitleKind.BOOK, pages: 400 });
    const unknown = await aTitle(db, { kind: TitleKind.BOOK });
    for (let at = 0; at < 12; at++) await aTitle(db, { kind: TitleKind.TRACK, seconds: 170 + at });
    await db.query(`select pg_notify('kinograph', '{"topic":"titles","ids":null}')`);
    await until('the show is listed', async () =>
      (await listed({ availableSeconds: 1_800 })).some(({ title }) => Number(title.id) === show),
    );
    const placeOf = (places: readonly Place[], id: number) => places.find(({ title }) => Number(title.id) === id);
    expect(placeOf(await listed({ availableSeconds: 1_800 }), show)?.fit?.episode?.id).toBe(String(first));
    await addInteraction(db, ann.id, first, { rating: null, completions: 1 });
    await db.query(`select pg_notify('kinograph', $1)`, [
      JSON.stringify({ topic: 'users', users: [{ userId: ann.id, version: 99, cause: 'EVENT', eventId: null, titleId: first }] }),
    ]);
    await until(
      'the next episode is told',
      async () => placeOf(await listed({ availableSeconds: 1_800 }), show)?.fit?.episode?.id === String(second),
    );
    const places = await listed({ availableSeconds: 1_800 });
    expect(placeOf(places, book)?.fit).toMatchObject({ seconds: 1_750, pages: 28, playlist: null });
    expect(placeOf(places, unknown)).toBeUndefined();
    const songs = places.filter(({ title }) => title.kind === 'TRACK');
    expect(songs).toHaveLength(3);
    for (const { title, fit, reasons } of songs) {
      expect(fit?.playlist?.map(({ id }) => id)).toContain(title.id);
      expect(fit?.seconds).toBeGreaterThanOrEqual(1_710);
      expect(fit?.seconds).toBeLessThanOrEqual(1_800);
      expect(reasons.map(({ code }) => code)).toContain('FITS_TIME');
    }
    expect(idsOf(await listed({ availableSeconds: 1_499 }))).not.toContain(show);
  });
});
