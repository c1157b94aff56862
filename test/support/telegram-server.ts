import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A button as a chat shows it. */
export interface SeenButton {
  readonly text: string;
  readonly data: string | null;
  readonly url: string | null;
}

/** A message of the bot as a chat shows it, after every change. */
export interface SeenMessage {
  readonly id: number;
  readonly chatId: number;
  /** As HTML. */
  text: string;
  /** The bytes or the address of a picture; null without one. */
  readonly photo: string | null;
  buttons: readonly (readonly SeenButton[])[];
  /** When it was changed, in milliseconds. */
  readonly edits: number[];
}

type Fields = Readonly<Record<string, unknown>>;
/** What the Bot API answers: a result, or a refusal. */
type Answer = { readonly result: unknown } | Refusal;

/** How a call is refused. */
export interface Refusal {
  readonly code: number;
  readonly description: string;
  readonly retryAfter?: number;
}

/** One call of the bot. */
export interface Call {
  readonly method: string;
  readonly fields: Fields;
  readonly at: number;
}

type Methods = Readonly<Record<string, (fields: Fields) => Answer | Promise<Answer>>>;

/** Speaks the Bot API over HTTP: every call is one of `methods`, and refused where `refusal` says so. */
export async function serveBotApi(options: {
  readonly token: string;
  readonly methods: Methods;
  readonly refusal: (call: Call) => Refusal | null;
  readonly called: (call: Call) => void;
}): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { token, methods, refusal, called } = options;
  const server = createServer(async (request, response) => {
    const [, method = ''] = new RegExp(`^/bot${token}/(\\w+)$`).exec(request.url ?? '') ?? [];
    const run = methods[method];
    const answer = run ? await answered(run) : { code: 404, description: 'Not Found' };
    const body =
      'result' in answer
        ? { ok: true, result: answer.result }
        : {
            ok: false,
            error_code: answer.code,
            description: answer.description,
            ...(answer.retryAfter !== undefined && { parameters: { retry_after: answer.retryAfter } }),
          };
    response.writeHead('result' in answer ? 200 : answer.code, { 'content-type': 'application/json' }).end(JSON.stringify(body));

    async function answered(run: Methods[string]): Promise<Answer> {
      const call = { method, fields: await fieldsOf(request), at: performance.now() };
      called(call);
      return refusal(call) ?? run(call.fields);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The fields of a call, sent as JSON or, beside a picture, as a form. */
async function fieldsOf(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return bytes.length === 0 ? {} : JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const read = await Promise.all([...form].map(async ([name, value]) => [name, await partOf(value)] as const));
  return Object.fromEntries(read);
}

async function partOf(value: File | string): Promise<unknown> {
  if (typeof value !== 'string') return `bytes:${(await value.arrayBuffer()).byteLength}`;
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

const MOST_TEXT = 4_096;
const MOST_CAPTION = 1_024;
const MOST_DATA = 64;

/** Why Telegram would not take a message; null where it would. */
export function faultOf({ text, caption, photo, reply_markup: markup }: Fields): Refusal | null {
  const html = String(text ?? caption ?? '');
  const bare = html.replace(/<(b|i)>([^<>]*)<\/\1>/g, '$2');
  if (/[<>]/.test(bare) || /&(?!(lt|gt|amp|quot);)/.test(bare)) return { code: 400, description: "Bad Request: can't parse entities" };
  const shown = bare.replace(/&\w+;/g, '_');
  if (shown.trim() === '' && photo === undefined) return { code: 400, description: 'Bad Request: message text is empty' };
  if (shown.length > (photo === undefined ? MOST_TEXT : MOST_CAPTION))
    return { code: 400, description: 'Bad Request: message is too long' };
  const isWrong = buttonsOf(markup)
    .flat()
    .some(({ text: label, data, url }) => label === '' || (data === null) === (url === null) || Buffer.byteLength(data ?? '') > MOST_DATA);
  return isWrong ? { code: 400, description: 'Bad Request: BUTTON_DATA_INVALID' } : null;
}

/** The buttons below a message. */
export function buttonsOf(markup: unknown): readonly (readonly SeenButton[])[] {
  const rows = (markup as { inline_keyboard?: readonly (readonly Fields[])[] } | undefined)?.inline_keyboard ?? [];
  return rows.map((row) =>
    row.map(({ text, callback_data: data, url }) => ({
      text: String(text),
      data: data ? String(data) : null,
      url: url ? String(url) : null,
    })),
  );
}
