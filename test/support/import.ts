import type { Headers } from './callers';
import { ask, fieldOf } from './graphql';
import { until } from './until';
import { sendFile } from './upload';

const IMPORT = `id state counts { rows created updated unchanged bad } error changeSetId format
  mapping { column field source } options { source onExisting kind ratings } samples { row outcome name titleId fields }
  job { id state error } undone { restored keptCount kept { titleId why } }
  problems(first: 100) { totalCount nodes { row field message cells } } problemGroups { field message rows firstRow }`;

/** An import as the API tells it. */
export interface ToldImport {
  readonly id: string;
  readonly state: string;
  readonly counts: {
    readonly rows: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly bad: number;
  } | null;
  readonly error: string | null;
  readonly changeSetId: string | null;
  readonly format: string;
  readonly mapping: readonly ToldMapping[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly samples: readonly {
    readonly row: number;
    readonly outcome: string;
    readonly name: string;
    readonly fields: readonly string[];
  }[];
  readonly job: { readonly id: string; readonly state: string; readonly error: string | null } | null;
  readonly undone: {
    readonly restored: number;
    readonly keptCount: number;
    readonly kept: readonly { readonly titleId: string; readonly why: string }[];
  } | null;
  readonly problems: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly row: number;
      readonly field: string;
      readonly message: string;
      readonly cells: readonly string[] | null;
    }[];
  };
  readonly problemGroups: readonly { readonly field: string; readonly message: string; readonly rows: number; readonly firstRow: number }[];
}

export interface ToldMapping {
  readonly column: string;
  readonly field: string;
  readonly source: string | null;
}

/** A first look at files. */
export interface ToldPreview {
  readonly importId: string;
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly header: boolean;
  readonly columns: readonly {
    readonly column: string;
    readonly field: string | null;
    readonly source: string | null;
    readonly confidence: number;
    readonly samples: readonly string[];
  }[];
  readonly mapping: readonly ToldMapping[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly rows: readonly {
    readonly row: number;
    readonly draft: { readonly name: string | null; readonly year: number | null } | null;
    readonly problems: readonly { readonly column: string; readonly message: string }[];
  }[];
}

type Asked = Readonly<Record<string, unknown>>;
type Errors = readonly { readonly code: string; readonly field: string; readonly message: string }[];

/** A client that imports. */
export interface Importer {
  send(content: string | Buffer, name?: string): Promise<string>;
  preview(uploadIds: readonly string[], input?: Asked): Promise<{ readonly preview: ToldPreview; readonly userErrors: Errors }>;
  start(uploadIds: readonly string[], input: Asked): Promise<{ readonly import: ToldImport; readonly userErrors: Errors }>;
  undo(id: string): Promise<{ readonly import: ToldImport; readonly userErrors: Errors }>;
  read(id: string): Promise<ToldImport>;
  /** Waits until nothing works with it. */
  settled(id: string): Promise<ToldImport>;
  /** Sends a file and imports it as it seems to be, with these options. */
  whole(content: string | Buffer, input?: Asked, name?: string): Promise<ToldImport>;
}

export function importer(server: string, headers: Headers): Importer {
  const call = async <Shape>(query: string, variables: Asked, name: string): Promise<Shape> =>
    fieldOf<Shape>(await ask(server, query, { variables, headers }), name);
  const read = (id: string): Promise<ToldImport> => call(`query ($id: ID!) { import(id: $id) { ${IMPORT} } }`, { id }, 'import');

  const client: Importer = {
    send: (content, name = 'titles.csv') => sendFile(server, headers, { name, content }),
    preview: (uploadIds, input = {}) =>
      call(
        `mutation ($input: PreviewImportInput!) { previewImport(input: $input) { userErrors { code field message } preview {
          importId format encoding delimiter header columns { column samples field source confidence } mapping { column field source }
          options { source onExisting kind ratings } rows { row draft { name year kind genres seconds externalIds { source value } } problems { column message } } } } }`,
        { input: { uploadIds, ...input } },
        'previewImport',
      ),
    start: (uploadIds, input) =>
      call(
        `mutation ($input: ImportCatalogueInput!) { importCatalogue(input: $input) { userErrors { code field message } import { ${IMPORT} } } }`,
        { input: { uploadIds, ...input } },
        'importCatalogue',
      ),
    undo: (id) =>
      call(`mutation ($id: ID!) { undoImport(id: $id) { userErrors { code field message } import { ${IMPORT} } } }`, { id }, 'undoImport'),
    read,
    async settled(id) {
      await until('the import has ended', async () => !['CHECKING', 'RUNNING', 'UNDOING'].includes((await read(id)).state), 150);
      return read(id);
    },
    async whole(content, input = {}, name = 'titles.csv') {
      const upload = await client.send(content, name);
      const { preview, userErrors } = await client.preview([upload]);
      if (preview === null) throw new Error(JSON.stringify(userErrors));
      const started = await client.start([upload], { mapping: preview.mapping, ...input });
      if (started.import === null) throw new Error(JSON.stringify(started.userErrors));
      return client.settled(started.import.id);
    },
  };
  return client;
}
