import { setMaxListeners } from 'node:events';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { createCatalogue } from './api/catalogue';
import { createChats } from './api/chats';
import { Away, createKinograph, type Kinograph } from './api/kinograph';
import { createPeople } from './api/people';
import { type BlendWatch, createBlendWatch } from './blend-watch';
import { createDispatch } from './dispatch';
import { BotChatDocument, BotGroupsDocument } from './generated/documents';
import { ASKED, readUpdate } from './incoming';
import type { Settings } from './settings';
import { readState } from './state';
import { createCalls, waited } from './telegram/calls';
import { poll } from './telegram/polling';
import { createPosters } from './telegram/posters';
import { listen } from './telegram/webhook';
import type { Desk } from './turn';
import { wordsOf } from './words/words';

interface Options {
  readonly settings: Settings;
  readonly log: Logger;
  readonly now?: () => Date;
}

export interface Bot {
  /** Of the webhook; null where updates are fetched. */
  readonly port: number | null;
  /** What was begun is answered, for some seconds; then everything ends. */
  stop(): Promise<void>;
}

/** What is being answered when the bot has to stop may take so long. */
const GRACE_MS = 5_000;
const DAY_MS = 86_400_000;

/** Starts the bot. Throws where Telegram does not believe its token. */
export async function startBot({ settings, log, now = () => new Date() }: Options): Promise<Bot> {
  const [leaving, stopping] = [new AbortController(), new AbortController()];
  // As many wait for them as there are updates under way.
  for (const { signal } of [leaving, stopping]) setMaxListeners(0, signal);
  const { token, apiRoot, url, publicUrl, webhook } = settings;
  const api = createCalls({ token, apiRoot, stopping: stopping.signal, log });
  const kinograph = createKinograph(settings);
  const people = createPeople(kinograph);
  const watch = createBlendWatch({ api, kinograph, people, url, now, log });
  const catalogue = createCatalogue(kinograph, now);
  const posters = createPosters(api, kinograph);
  const desk: Desk = { api, kinograph, people, catalogue, posters, watch, publicUrl, now, log };
  const dispatch = createDispatch({ desk, chats: createChats(kinograph), leaving: leaving.signal, log });

  const { username } = await api.getMe();
  await tryKey(kinograph);
  for (const language of ['en', 'ru'] as const)
    await api.setMyCommands([...wordsOf(language).commands], language === 'en' ? {} : { language_code: language });
  const handle = async (update: Update): Promise<boolean> => {
    const incoming = readUpdate(update, username);
    return incoming === null || dispatch(incoming);
  };
  void followGroups({ kinograph, watch, now, log }, leaving.signal);

  if (webhook === null) {
    await api.deleteWebhook();
    const polled = poll({ api, handle, leaving: leaving.signal, log });
    return { port: null, stop: () => stop(polled) };
  }
  const server = await listen({ ...webhook, handle });
  await api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: ASKED });
  return { port: server.port, stop: () => stop(server.stop()) };

  async function stop(rest: Promise<void>): Promise<void> {
    leaving.abort();
    watch.stop();
    const grace = setTimeout(() => stopping.abort(), GRACE_MS);
    await rest;
    clearTimeout(grace);
    stopping.abort();
  }
}

/** Throws where Kinograph does not believe the key or gives it no chats; where it cannot be reached, that may come. */
async function tryKey(kinograph: Kinograph): Promise<void> {
  await kinograph.ask(BotChatDocument, { id: 'start' }).catch((error: unknown) => {
    if (error instanceof Away) return;
    throw new Error('KINOGRAPH_KEY does not do: give a server key of scope sessions:write that is not revoked.');
  });
}

interface Groups {
  readonly kinograph: Kinograph;
  readonly watch: BlendWatch;
  readonly now: () => Date;
  readonly log: Logger;
}

/** The lists of groups live on after a restart. */
async function followGroups(groups: Groups, leaving: AbortSignal): Promise<void> {
  for (let pause = 1_000; !leaving.aborted; pause = Math.min(60_000, pause * 2)) {
    try {
      await readGroups(groups);
      return;
    } catch (error) {
      groups.log.warn({ error: (error as Error).message }, 'Groups cannot be read; the bot tries again.');
      await waited(pause, leaving).catch(() => undefined);
    }
  }
}

async function readGroups({ kinograph, watch, now }: Groups): Promise<void> {
  const since = new Date(now().getTime() - DAY_MS).toISOString();
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: { nodes: readonly { id: string; state: Record<string, unknown> }[]; pageInfo: PageInfo } = (
      await kinograph.ask(BotGroupsDocument, { since, after })
    ).chatSessions;
    for (const { id, state } of nodes) {
      const { blend, blocked } = readState(state);
      if (blend !== null && !blocked && blend.until > now().getTime()) watch.follow(Number(id), blend);
    }
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}
