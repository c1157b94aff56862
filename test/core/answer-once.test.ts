import { buildSchema, parse } from 'graphql';
import { badInput } from '../../core/errors';
import { answerOnce } from '../../server/graphql/answer-once';

/** A schema whose one field counts how often it was answered, and fails where told to. */
function counting() {
  const state = { answers: 0, failure: null as Error | null };
  const schema = buildSchema('type Query { count: Int! }');
  const resolve = (): number => {
    state.answers += 1;
    if (state.failure) throw state.failure;
    return state.answers;
  };
  Object.assign(schema.getQueryType()?.getFields().count ?? {}, { resolve });
  const document = parse('{ count }');
  const ask = (event: object, audience = 'Ann', asked = document) =>
    answerOnce(event, { args: { schema, document: asked }, audience }, () => ({}));
  return { state, ask };
}

describe('an event of a subscription', () => {
  it('is answered once for all who ask the same with the same rights', async () => {
    const { state, ask } = counting();
    const event = {};
    const [first, second] = await Promise.all([ask(event), ask(event)]);
    expect(second).toEqual(first);
    expect(await ask(event)).toEqual(first);
    expect(state.answers).toBe(1);
  });

  it('is answered anew for another caller, another document and the next event', async () => {
    const { state, ask } = counting();
    const event = {};
    for (const result of [ask(event), ask(event, 'Bob'), ask(event, 'Ann', parse('{ again: count }')), ask({})]) await result;
    expect(state.answers).toBe(4);
  });

  it('is answered anew when the answer was lost, but not when it was refused', async () => {
    const { state, ask } = counting();
    const event = {};
    state.failure = new Error('The database is away.');
    expect((await ask(event)).errors).toHaveLength(1);
    state.failure = badInput('first', 'Too many.', 'fewer');
    expect((await ask(event)).errors).toHaveLength(1);
    state.failure = null;
    expect((await ask(event)).data).toBeNull();
    expect(state.answers).toBe(2);
  });
});
