import { Scope } from '../../core/caller';
import { TitleKind, TitleState } from '../../core/title';
import { trainLikes } from '../../jobs/train-likes';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let films: number[];
let book: number;

beforeAll(async () => {
  films = await Promise.all(
    Array.from({ length: 60 }, (_, at) =>
      aTitle(fixture.db, { name: `Film ${at}`, genres: [at % 2 === 0 ? 'Drama' : 'Comedy'], year: 2000 }),
    ),
  );
  book = await aTitle(fixture.db, { kind: TitleKind.BOOK, name: 'Book' });
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

/** Even people like dramas, odd ones comedies: each judged 40 films, half of them liked. */
async function tastes(people: number): Promise<void> {
  await fixture.db.query(
    `with person as (insert into users (source, "externalId") select 'app', gen_random_uuid()::text from generate_series(1, $1::int) returning id)
     insert into interactions ("userId", "titleId", rating, "ratedAt", "firstAt", "lastAt")
     select person.id, film, case when n % 2 = person.id % 2 then 4.5 else 2 end, '2026-01-01'::timestamptz + ((n * 37 + person.id) % 60) * interval '1 day', '2026-01-01', '2026-03-01'
     from person, unnest($2::bigint[]) with ordinality film(film, n) where (n * 7 + person.id) % 60 < 40`,
    [people, films],
  );
}

const train = () => trainLikes.run(aJobContext(fixture.database, {}));
const MODELS = `{ likeModels { kind state likes needed why trainedAt metrics {
  learned asked classifier { accuracy f1 rocAuc mapAt3 mapAt10 rmse } combined { mapAt3 } majority { rocAuc } popularity { rocAuc personAuc } } } }`;
interface Answer {
  readonly kind: TitleKind;
  readonly state: string;
  readonly metrics: { readonly classifier: { readonly rocAuc: number }; readonly majority: { readonly rocAuc: number } } | null;
}
async function modelsByKind(): Promise<ReadonlyMap<string, Answer>> {
  const headers = await aKey(fixture.db, Scope.METRICS_READ);
  return new Map(fieldOf<readonly Answer[]>(await ask(app.url, MODELS, { headers }), 'likeModels').map((each) => [each.kind, each]));
}
const LIKELINESS = 'query ($ids: [ID!]!, $userId: ID) { likeliness(titleIds: $ids, userId: $userId) { probability state title { id } } }';
interface Chance {
  readonly probability: number | null;
  readonly state: string;
  readonly title: { readonly id: string };
}

describe('the model of likes', () => {
  it('says of every kind how many likes it lacks, before and after a training that found too few', async () => {
    expect((await modelsByKind()).get('MOVIE')).toMatchObject({ state: 'UNTRAINED', likes: 0, needed: 1_000, metrics: null });
    await tastes(40);
    expect(await train()).toMatchObject({ MOVIE: 'Untrained: 800 of 1,000 likes.', BOOK: 'Untrained: 0 of 1,000 likes.' });
    expect((await modelsByKind()).get('MOVIE')).toMatchObject({ state: 'UNTRAINED', likes: 800, metrics: null, trainedAt: null });
    const ann = await aViewer(app.url);
    const answer = await ask(app.url, LIKELINESS, { headers: ann.headers, variables: { ids: films.slice(0, 1).map(String) } });
    expect(fieldOf(answer, 'likeliness')).toEqual([{ probability: null, state: 'UNTRAINED', title: { id: String(films[0]) } }]);
  });

  it('learns in a child process who likes what, and is measured beside baselines on what it has not seen', async () => {
    await tastes(40);
    expect(await train()).toMatchObject({ MOVIE: expect.stringMatching(/^Trained on [\d,]+ judgments of \d+ people\.$/) });
    const models = await modelsByKind();
    const { metrics } = models.get('MOVIE') as Answer;
    expect(models.get('MOVIE')).toMatchObject({ state: 'TRAINED', trainedAt: expect.any(String) });
    expect(metrics?.classifier.rocAuc).toBeGreaterThan(0.9);
    expect(metrics?.majority.rocAuc).toBe(0.5);
    expect(models.get('BOOK')).toMatchObject({ state: 'UNTRAINED', why: 'Untrained: 0 of 1,000 likes.', metrics: null });
  });

  it('tells a person how likely they like a title by what they said so far, and says which kinds are untrained', async () => {
    const ann = await aViewer(app.url);
    const events = films.slice(0, 20).map((id, at) => ({
      ...{ id: crypto.randomUUID(), occurredAt: new Date().toISOString(), titleId: String(id) },
      type: at % 2 === 0 ? 'LIKE' : 'DISLIKE',
    }));
    await ask(app.url, 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }', {
      headers: ann.headers,
      variables: { events },
    });
    const ids = [films[50], films[51], book, films[50]].map(String);
    const [drama, comedy, ...rest] = fieldOf<readonly Chance[]>(
      await ask(app.url, LIKELINESS, { headers: ann.headers, variables: { ids } }),
      'likeliness',
    );
    expect(drama?.probability).toBeGreaterThan(0.7);
    expect(comedy?.probability).toBeLessThan(0.3);
    expect(rest).toEqual([{ probability: null, state: 'UNTRAINED', title: { id: String(book) } }]);
    // A key that may ask for others gets the same.
    const headers = await aKey(fixture.db, Scope.RECOMMENDATIONS_READ);
    const named = await ask(app.url, LIKELINESS, { headers, variables: { ids: ids.slice(0, 1), userId: ann.id } });
    expect(fieldOf(named, 'likeliness')).toEqual([drama]);
  });

  it('tells nobody of others or of titles that are no longer there, and refuses what is too much', async () => {
    const [ann, bob] = [await aViewer(app.url), await aViewer(app.url)];
    const asked = (variables: Record<string, unknown>) => ask(app.url, LIKELINESS, { headers: ann.headers, variables });
    expect(codesOf(await asked({ ids: [], userId: bob.id }))).toEqual(codesOf(await asked({ ids: [], userId: '999999999' })));
    expect(codesOf(await asked({ ids: ['999999999'] }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await asked({ ids: Array.from({ length: 101 }, () => String(films[0])) }))).toEqual(['BAD_INPUT']);
    const removed = await aTitle(fixture.db, { state: TitleState.REMOVED });
    expect(codesOf(await asked({ ids: [String(removed)] }))).toEqual(['NOT_FOUND']);
  });
});
