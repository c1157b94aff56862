/** What the bot is told by its environment. */
export interface Settings {
  /** The bot's token at Telegram, a secret. */
  readonly token: string;
  /** Where Kinograph answers, without a slash at the end. */
  readonly url: string;
  /** Where people reach it: links to shops begin with it. */
  readonly publicUrl: string;
  /** A server key of scope `sessions:write`, a secret. */
  readonly key: string;
  /** Where the Bot API answers. */
  readonly apiRoot: string;
  /** Where Telegram brings updates to; null: they are fetched. */
  readonly webhook: Webhook | null;
}

export interface Webhook {
  readonly url: string;
  /** What Telegram sends along with each update. */
  readonly secret: string;
  readonly host: string;
  readonly port: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const TELEGRAM = 'https://api.telegram.org';
const PORT = 8443;
const TOKEN = /^\d+:[\w-]+$/;
const SECRET = /^[\w-]{16,256}$/;

/** Reads the environment. Throws one error that names every fault and repeats no value. */
export function readSettings(env: Environment): Settings {
  const faults: string[] = [];
  const need = (name: string, fits: (text: string) => boolean, expected: string): string => {
    const text = env[name] ?? '';
    if (!fits(text)) faults.push(`${name} ${text === '' ? 'is missing' : 'is wrong'}: ${expected}.`);
    return text;
  };
  const optional = (name: string, otherwise: string, fits: (text: string) => boolean, expected: string): string =>
    env[name] ? need(name, fits, expected) : otherwise;

  const url = need('KINOGRAPH_URL', isAddress, 'the address of Kinograph, such as http://127.0.0.1:4000');
  const settings = {
    token: need('TELEGRAM_BOT_TOKEN', (text) => TOKEN.test(text), 'the token that BotFather gives'),
    url: bare(url),
    publicUrl: bare(optional('KINOGRAPH_PUBLIC_URL', url, isAddress, 'the address at which people reach Kinograph')),
    key: need('KINOGRAPH_KEY', (text) => text.startsWith('kg_'), 'a server key of scope sessions:write, kg_...'),
    apiRoot: bare(optional('BOT_API_ROOT', TELEGRAM, isAddress, 'the address of a Bot API server')),
    webhook: env.BOT_WEBHOOK_URL ? webhook() : null,
  };
  if (faults.length > 0) throw new Error(`The bot cannot start.\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return settings;

  function webhook(): Webhook {
    return {
      url: need('BOT_WEBHOOK_URL', (text) => isAddress(text) && text.startsWith('https:'), 'an https address that Telegram can reach'),
      secret: need('BOT_WEBHOOK_SECRET', (text) => SECRET.test(text), '16 to 256 letters, digits, _ and -'),
      host: env.BOT_WEBHOOK_HOST || '127.0.0.1',
      port: Number(optional('BOT_WEBHOOK_PORT', String(PORT), (text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536, 'a port')),
    };
  }
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const bare = (address: string): string => address.replace(/\/+$/, '');
