import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { buildKinographSchema } from '../../server/schema';

const schema = buildKinographSchema();
const pages = ['README.md', 'docs/api.md'];

const examples = pages.flatMap((page) => {
  const text = readFileSync(join(__dirname, '..', '..', page), 'utf8');
  return [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map((match) => [page, match[1] ?? ''] as const);
});

describe('the documentation', () => {
  it.each(examples)('shows in %s only GraphQL that fits the schema: %s', (_page, example) => {
    expect(validate(schema, parse(example)).map((error) => error.message)).toEqual([]);
  });

  it('has examples on every page', () => {
    expect(new Set(examples.map(([page]) => page)).size).toBe(pages.length);
  });
});
