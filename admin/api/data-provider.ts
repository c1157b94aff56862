import { type DataProvider, HttpError, type Identifier, type RaRecord } from 'react-admin';
import { ask } from './request';
import type { Asked, Resource } from './resource';
import { accepted, rowOf } from './user-errors';

type Signal = { readonly signal?: AbortSignal };
type Row = RaRecord;

/** One provider for every resource: a list is a connection, a save a mutation of one input. See `Resource` for what they tell of themselves. */
export function createDataProvider(resources: Readonly<Record<string, Resource>>): DataProvider {
  const of = (name: string): Resource => {
    const resource = resources[name];
    if (!resource) throw new Error(`The console has no resource ${name}.`);
    return resource;
  };

  async function page(name: string, asked: Asked, { signal }: Signal) {
    const resource = of(name);
    const variables = (resource.variables ?? plainly)(asked);
    const answer = only(await ask(resource.list, variables, signal ? { signal } : {}));
    const nodes: readonly object[] = 'nodes' in answer ? answer.nodes : answer;
    const data = nodes.map((node) => rowFrom(resource, node));
    if (!('nodes' in answer)) return { data, total: data.length };
    const { totalCount, pageInfo } = answer;
    // An exact total where it was asked for; else only whether there is more.
    if (typeof totalCount === 'number') return { data, total: totalCount };
    return { data, pageInfo: { hasNextPage: pageInfo?.hasNextPage ?? false, hasPreviousPage: asked.offset > 0 } };
  }

  async function one(name: string, id: Identifier, options: Signal): Promise<Row> {
    const resource = of(name);
    if (!resource.one) {
      const { data } = await page(name, EVERYTHING, options);
      return found(
        data.find((row) => String(row.id) === String(id)),
        name,
      );
    }
    const answer = await ask(resource.one, { id: String(id) }, options.signal ? { signal: options.signal } : {});
    return rowFrom(resource, found(only(answer), name));
  }

  async function change(resource: Resource, operation: Resource['save'], variables: object): Promise<Row> {
    if (!operation) throw new Error('This resource cannot be changed like this.');
    const row = rowOf(accepted(only(await ask(operation, variables))));
    return rowFrom(resource, row as object);
  }

  const provider: DataProvider = {
    getList: async (name, { pagination, sort, filter, signal }) => {
      const { page: number = 1, perPage = 25 } = pagination ?? {};
      const order = sort?.field && sort.field !== 'id' ? { by: sort.field, descending: sort.order === 'DESC' } : null;
      return page(name, { first: perPage, offset: (number - 1) * perPage, filter: filter ?? {}, sort: order }, { signal }) as never;
    },
    getOne: async (name, { id, signal }) => ({ data: (await one(name, id, { signal })) as never }),
    getMany: async (name, { ids, signal }) => {
      const rows = await Promise.allSettled(ids.map((id) => one(name, id, { signal })));
      return { data: rows.flatMap((row) => (row.status === 'fulfilled' ? [row.value] : [])) as never };
    },
    getManyReference: (name, { target, id, pagination, sort, filter, signal }) =>
      provider.getList(name, { pagination, sort, filter: { ...filter, [target]: id }, signal }),
    create: async (name, { data }) => {
      const resource = of(name);
      const input = resource.inputOf?.(data, null) ?? data;
      return { data: (await change(resource, resource.create ?? resource.save, { input })) as never };
    },
    update: async (name, { data, previousData }) => {
      const resource = of(name);
      const input = resource.inputOf?.(data, previousData ?? null) ?? data;
      return { data: (await change(resource, resource.save, { input })) as never };
    },
    updateMany: () => Promise.reject(new Error('Many rows are changed by a mutation of their own.')),
    delete: async (name, { id, previousData }) => {
      await provider.deleteMany(name, { ids: [id] });
      return { data: (previousData ?? { id }) as never };
    },
    deleteMany: async (name, { ids }) => {
      const { remove } = of(name);
      if (!remove) throw new Error('These rows cannot be taken out.');
      accepted(only(await ask(remove, { ids: ids.map(String) })));
      return { data: ids };
    },
    supportAbortSignal: true,
  };
  return provider;
}

/** A list without pages is a few dozen rows long. */
const EVERYTHING: Asked = { first: 1_000, offset: 0, filter: {}, sort: null };

const plainly = ({ first, offset, filter }: Asked): Readonly<Record<string, unknown>> => ({ first, offset, ...filter });

function rowFrom({ idOf }: Resource, node: object): Row {
  const row: Record<string, unknown> = { ...node };
  return { ...row, id: idOf ? idOf(row) : String(row.id) };
}

function only<Value>(answer: Readonly<Record<string, Value>>): Value {
  const [value] = Object.values(answer);
  return value as Value;
}

function found<Value>(value: Value | null | undefined, name: string): Value {
  if (value !== null && value !== undefined) return value;
  throw new HttpError(`There is no such row among the ${name} any more.`, 404);
}
