import type { Headers } from './callers';
import { ask, fieldOf } from './graphql';
import { until } from './until';
import { createUpload, put } from './upload';

/** The import of a history as tests read it. */
export interface ToldHistory {
  readonly id: string;
  readonly state: string;
  readonly format: string | null;
  readonly question: string | null;
  readonly profiles: readonly { readonly name: string; readonly rows: number }[];
  readonly profile: string | null;
  readonly dateOrder: string | null;
  readonly dateSamples: readonly string[];
  readonly counts: {
    readonly rows: number;
    readonly placed: number;
    readonly asked: number;
    readonly unknown: number;
    readonly dropped: number;
    readonly leftOut: number;
    readonly titles: number;
  } | null;
  readonly error: string | null;
  readonly job: { readonly id: string; readonly state: string; readonly error: string | null } | null;
  readonly groups: {
    readonly totalCount: number;
    readonly nodes: readonly (Told & { readonly rows: number; readonly firstAt: string | null; readonly lastAt: string | null })[];
  };
  readonly rows: {
    readonly totalCount: number;
    readonly nodes: readonly (Told & { readonly occurredAt: string | null; readonly timed: boolean; readonly seconds: number | null })[];
  };
}

interface Told {
  readonly number: number;
  readonly text: string;
  readonly name: string;
  readonly fate: string;
  readonly reason: string | null;
  readonly title: { readonly id: string; readonly name: string } | null;
  readonly candidates: readonly { readonly score: number; readonly title: { readonly id: string } }[];
}

const TOLD = 'number text name fate reason title { id name } candidates { score title { id } }';
const IMPORT = `{ id state format question profiles { name rows } profile dateOrder dateSamples error job { id state error }
  counts { rows placed asked unknown dropped leftOut titles }
  groups(first: 100) { totalCount nodes { ${TOLD} rows firstAt lastAt } }
  rows(first: 100) { totalCount nodes { ${TOLD} occurredAt timed seconds } } }`;

type Input = Readonly<Record<string, unknown>>;
type Errors = readonly { readonly code: string; readonly field: string; readonly message: string; readonly expected: string }[];

/** What a change of an import answers. */
export interface Changed {
  readonly historyImport: ToldHistory | null;
  readonly userErrors: Errors;
}

const INPUTS = {
  importHistory: 'ImportHistoryInput',
  answerHistoryImport: 'AnswerHistoryImportInput',
  correctRow: 'CorrectRowInput',
  leaveOutRows: 'LeaveOutRowsInput',
} as const;

/** Somebody who brings a history. */
export interface Bringer {
  send(content: string | Buffer, name?: string, type?: string): Promise<string>;
  change(mutation: keyof typeof INPUTS, input: Input): Promise<Changed>;
  sample(): Promise<Changed>;
  remove(id: string): Promise<{ readonly deleted: boolean; readonly userErrors: Errors }>;
  /** Null where there is none. */
  read(id: string): Promise<ToldHistory | null>;
  /** Waits until nothing works with it. */
  settled(id: string): Promise<ToldHistory>;
  /** Sends a file and waits until it is imported, or asks. */
  bring(content: string | Buffer, input?: Input): Promise<ToldHistory>;
}

/** Lets a caller bring histories; `of` is whose they are where it is not the caller's own. */
export function bringer(server: string, headers: Headers, of: Input = {}): Bringer {
  const call = async <Shape>(query: string, variables: Input, name: string): Promise<Shape> =>
    fieldOf<Shape>(await ask(server, query, { variables, headers }), name);
  const client: Bringer = {
    async send(content, name = 'history.csv', type = 'text/csv') {
      const bytes = Buffer.from(content);
      const { upload, url, userErrors } = await createUpload(server, headers, { purpose: 'HISTORY', name, type, bytes: bytes.length });
      if (upload === null) throw new Error(`No address was given: ${JSON.stringify(userErrors)}`);
      const sent = await put(`${server}${url}`, new Uint8Array(bytes), { 'content-type': type });
      if (sent.upload?.state !== 'READY') throw new Error(`It was not taken: ${JSON.stringify(sent)}`);
      return upload.id;
    },
    change: (mutation, input) =>
      call(
        `mutation ($input: ${INPUTS[mutation]}!) { ${mutation}(input: $input) { historyImport ${IMPORT} userErrors { code field message expected } } }`,
        { input: { ...of, ...input } },
        mutation,
      ),
    sample: () =>
      call(
        `mutation ($userId: ID) { sampleHistory(userId: $userId) { historyImport ${IMPORT} userErrors { code field message expected } } }`,
        of,
        'sampleHistory',
      ),
    remove: (id) =>
      call(
        'mutation ($id: ID!, $userId: ID) { deleteHistoryImport(id: $id, userId: $userId) { deleted userErrors { code field message expected } } }',
        { id, ...of },
        'deleteHistoryImport',
      ),
    async read(id) {
      const { data, errors } = await ask(server, `query ($id: ID!, $userId: ID) { historyImport(id: $id, userId: $userId) ${IMPORT} }`, {
        variables: { id, ...of },
        headers,
      });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return (data?.historyImport as ToldHistory | null | undefined) ?? null;
    },
    async settled(id) {
      const told = await until(
        'the import has ended or asks',
        async () => {
          const now = await client.read(id);
          return now !== null && !['READING', 'PLACING'].includes(now.state) ? now : null;
        },
        60,
      );
      return told;
    },
    async bring(content, input = {}) {
      const { historyImport, userErrors } = await client.change('importHistory', { uploadId: await client.send(content), ...input });
      if (historyImport === null) throw new Error(JSON.stringify(userErrors));
      return client.settled(historyImport.id);
    },
  };
  return client;
}

/** A short export with these rows: a title and a date each. */
export const shortExport = (...rows: readonly (readonly [title: string, date: string])[]): string =>
  ['Title,Date', ...rows.map(([title, date]) => `"${title.replaceAll('"', '""')}","${date}"`)].join('\n');

/** A row of a full export. */
export interface FullRow {
  readonly profile?: string;
  readonly start: string;
  readonly duration: string;
  readonly title: string;
  readonly attributes?: string;
  readonly supplement?: string;
}

/** A full export with these rows. */
export const fullExport = (...rows: readonly FullRow[]): string =>
  [
    'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country',
    ...rows.map(
      ({ profile = 'Ann', start, duration, title, attributes = '', supplement = '' }) =>
        `${profile},${start},${duration},${attributes},"${title}",${supplement},TV,${duration},${duration},DE (Germany)`,
    ),
  ].join('\n');

/** Whether every row has one fate. */
export function addsUp({ counts }: Pick<ToldHistory, 'counts'>): boolean {
  if (counts === null) return false;
  const { rows, placed, asked, unknown, dropped, leftOut } = counts;
  return placed + asked + unknown + dropped + leftOut === rows;
}
