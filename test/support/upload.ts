import type { Headers } from './callers';
import { ask, fieldOf } from './graphql';

const CREATE = `mutation ($input: CreateUploadInput!) {
  createUpload(input: $input) { upload { id state bytes name } url expiresAt userErrors { code field message expected } }
}`;

/** What `createUpload` answers. */
export interface Created {
  readonly upload: { readonly id: string; readonly state: string; readonly bytes: number; readonly name: string } | null;
  readonly url: string | null;
  readonly expiresAt: string | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string; readonly message: string; readonly expected: string }[];
}

/** Asks for an address of a small CSV, or of what is said instead. */
export async function createUpload(server: string, headers: Headers, input: Readonly<Record<string, unknown>> = {}): Promise<Created> {
  const asked = { purpose: 'CATALOGUE', name: 'titles.csv', bytes: 10, type: 'text/csv', ...input };
  return fieldOf(await ask(server, CREATE, { variables: { input: asked }, headers }), 'createUpload');
}

/** What a PUT answers: its status, and the error or the upload. */
export interface Put {
  readonly status: number;
  readonly error: { readonly message: string; readonly code: string; readonly field?: string; readonly expected?: string } | null;
  readonly upload: { readonly id: string; readonly state: string; readonly bytes: number } | null;
}

/** Sends bytes to an address, as a page does. */
export async function put(
  address: string,
  body: NonNullable<RequestInit['body']>,
  headers: Readonly<Record<string, string>> = { 'content-type': 'text/csv' },
): Promise<Put> {
  const response = await fetch(address, { method: 'PUT', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) });
  const told = JSON.parse(await response.text());
  const [error] = told.errors ?? [];
  return {
    status: response.status,
    error: error ? { message: error.message, ...error.extensions } : null,
    upload: response.ok ? told : null,
  };
}

/** Sends a whole file and answers the id of its upload. Throws where it is not taken. */
export async function sendFile(
  server: string,
  headers: Headers,
  file: { readonly name: string; readonly content: string | Buffer; readonly type?: string },
): Promise<string> {
  const bytes = Buffer.from(file.content);
  const type = file.type ?? 'text/csv';
  const { upload, url, userErrors } = await createUpload(server, headers, { name: file.name, bytes: bytes.length, type });
  if (upload === null) throw new Error(`No address was given: ${JSON.stringify(userErrors)}`);
  const sent = await put(`${server}${url}`, new Uint8Array(bytes), { 'content-type': type });
  if (sent.upload?.state !== 'READY') throw new Error(`It was not taken: ${JSON.stringify(sent)}`);
  return upload.id;
}
