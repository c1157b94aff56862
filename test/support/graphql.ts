/** What a GraphQL server answers, as far as tests look into it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  readonly text: string;
}

interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

/** Posts one operation to `/graphql`. */
export async function ask(url: string, query: string, { variables, headers, operationName }: Asking = {}): Promise<Answer> {
  return post(`${url}/graphql`, JSON.stringify({ query, variables, operationName }), headers);
}

/** Posts any body as JSON. */
export async function post(address: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const text = await response.text();
  const parsed = text.startsWith('{') ? JSON.parse(text) : {};
  const { data, errors = [], extensions } = parsed;
  return { status: response.status, headers: response.headers, data, errors, extensions, text };
}

/** The codes of an answer's errors. */
export const codesOf = ({ errors }: Answer): unknown[] => errors.map(({ extensions }) => extensions?.code);

/** What a field of the answer holds, in the shape that the query asked for. Throws with the whole answer where there is nothing. */
export function fieldOf<Shape>({ data, text }: Answer, name: string): Shape {
  const value = data?.[name];
  if (value === undefined || value === null) throw new Error(`There is no ${name} in ${text}`);
  return value as Shape;
}
