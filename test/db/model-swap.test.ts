import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { ask, fieldOf } from '../support/graphql';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const FILMS = 30;
const SWAPS = 6;
const CALLERS = 4;
let servers: readonly TestApp[];
let headers: Record<string, string>;
let person: number;
let models: readonly number[];

beforeAll(async () => {
  const { db } = fixture;
  const films: number[] = [];
  for (let at = 0; at < FILMS; at++) films.push(await aTitle(db));
  person = await addUser(db);
  await addInteraction(db, person, films[0] ?? 0);
  // The second likes what the first does not: their lists are each other's reverse.
  const rising = new Map(films.map((id, at) => [id, [at + 1, 0] as const]));
  const falling = new Map(films.map((id, at) => [id, [FILMS - at, 0] as const]));
  models = [await aLiveModel(db, rising), await aLiveModel(db, falling)];
  const input = { kind: ApiKeyKind.SERVER, name: 'test', scopes: [Scope.ADMIN] };
  headers = { authorization: `Bearer ${(await createApiKey(db, input, { actor: 'system', now: new Date() })).secret}` };
  servers = await Promise.all([startApp(fixture.url), startApp(fixture.url)]);
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const LIST = 'query ($id: ID!) { recommendations(input: { userId: $id }) { model { id } items(first: 20) { nodes { title { id } } } } }';

interface List {
  readonly model: { readonly id: string } | null;
  readonly items: { readonly nodes: readonly { readonly title: { readonly id: string } }[] };
}

async function listFrom({ url }: TestApp): Promise<List> {
  const answer = await ask(url, LIST, { variables: { id: String(person) }, headers });
  if (answer.status !== 200 || answer.errors.length > 0) throw new Error(`A request was dropped: ${answer.status} ${answer.text}`);
  return fieldOf<List>(answer, 'recommendations');
}

async function change(mutation: string): Promise<string> {
  const [server] = servers;
  const answer = await ask(server?.url ?? '', `mutation { done: ${mutation} { model { id } userErrors { message } } }`, { headers });
  return fieldOf<{ model: { id: string } }>(answer, 'done').model.id;
}

describe('promoting and rolling back', () => {
  it('takes one call and drops no request in flight, in any server', async () => {
    const done = new AbortController();
    const answers: List[] = [];
    const callers = servers.flatMap((server) =>
      Array.from({ length: CALLERS }, async () => {
        while (!done.signal.aborted) answers.push(await listFrom(server));
      }),
    );
    for (let swap = 0; swap < SWAPS; swap++) {
      const live = await change(swap % 2 === 0 ? `promoteModel(id: ${models[0]})` : 'rollbackModel');
      expect(live).toBe(String(models[swap % 2]));
      for (const server of servers) await until(`model ${live} answers`, async () => (await listFrom(server)).model?.id === live);
    }
    done.abort();
    await Promise.all(callers);
    const firsts = new Map<string, Set<string | undefined>>();
    for (const { model, items } of answers) {
      expect(items.nodes).toHaveLength(20);
      const id = model?.id ?? 'none';
      firsts.set(id, (firsts.get(id) ?? new Set()).add(items.nodes[0]?.title.id));
    }
    // Each answer is of one model alone: there is one best title a model.
    expect([...firsts.keys()].sort()).toEqual(models.map(String).sort());
    for (const best of firsts.values()) expect(best.size).toBe(1);
  });

  it('refuses what is no model with a sentence, and goes on serving the live one', async () => {
    const [server] = servers;
    const answer = await ask(server?.url ?? '', 'mutation { promoteModel(id: 999) { model { id } userErrors { code message } } }', {
      headers,
    });
    expect(fieldOf(answer, 'promoteModel')).toEqual({ model: null, userErrors: [{ code: 'NOT_FOUND', message: 'No such model.' }] });
    expect((server && (await listFrom(server)))?.model?.id).toBe(String(models[1]));
  });

  it('is told with what was measured, in the list of models', async () => {
    const [server] = servers;
    const query = '{ models { id state code evaluation verdict bytes error } }';
    const answer = await ask(server?.url ?? '', query, { headers });
    const bytes = FILMS * (2 * 4 + 8 + 8) + 4 * 8;
    const told = { code: null, evaluation: null, verdict: null, bytes, error: null };
    expect(fieldOf(answer, 'models')).toEqual([
      { id: String(models[1]), state: 'LIVE', ...told },
      { id: String(models[0]), state: 'RETIRED', ...told },
    ]);
  });
});
