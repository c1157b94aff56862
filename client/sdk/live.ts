import type { Host } from './host';
import type { Identity } from './identity';
import { listDocument, type RecommendationList, type RecommendationsInput, type Title } from './recommendation-list';
import { attempt } from './report';
import { isPassing } from './request';
import { type Message, openWire, type Wire } from './wire';

/** Where a live list stands. waiting: the line is interrupted. refused: it does not come back by itself. */
export type LiveStatus = 'connecting' | 'live' | 'waiting' | 'refused';

/** Which list, and what is to be told of it. */
export interface WatchOptions {
  readonly input?: RecommendationsInput;
  /** How many places; 20 unless told. */
  readonly first?: number;
  /** Further fields of a title, in GraphQL: `certificate credits { name }`. */
  readonly titleFields?: string;
  /** Further fields of a place: `fit { seconds pages }`. */
  readonly itemFields?: string;
  readonly onStatus?: (status: LiveStatus) => void;
}

export interface Live {
  watch<Shown extends Title>(callback: (list: RecommendationList<Shown>) => void, options?: WatchOptions): () => void;
  /** Another person is here: every list begins anew. */
  restart(): void;
  /** The network or the page is back: looks whether the line still holds. */
  check(): void;
  close(): void;
}

interface Watched {
  readonly options: WatchOptions;
  readonly tell: (list: RecommendationList) => void;
  /** The list given last. */
  list?: RecommendationList | undefined;
}

const LEAVING = 1001;
const REFUSED = 4401;
const EXPIRED = 4403;
const LEAVING_MS = 5_000;
const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** All live lists over one socket, which is open while any list is watched. */
export function createLive(host: Host, { bearer, isSession }: Pick<Identity, 'bearer' | 'isSession'>): Live {
  const { report, caught } = host;
  const lists = new Map<string, Watched>();
  let phase: LiveStatus | 'off' = 'off';
  let wire: Wire | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let made = 0;
  let failures = 0;
  /** The last token was not accepted: the next one must be a fresh one. */
  let isStale = false;
  /** Tells a token that is still wanted from one that came too late. */
  let turn = 0;

  function say(watched: Watched, status: LiveStatus): void {
    attempt(() => watched.options.onStatus?.(status), caught);
  }

  function enter(next: LiveStatus): void {
    phase = next;
    for (const watched of lists.values()) say(watched, next);
  }

  function hangUp(): void {
    turn += 1;
    clearTimeout(timer);
    wire?.close();
    wire = null;
    phase = 'off';
  }

  async function connect(): Promise<void> {
    hangUp();
    const mine = turn;
    enter('connecting');
    const token = await bearer(isStale);
    if (mine !== turn) return;
    // It may be another person's, whose versions are their own.
    if (isStale) forget();
    const closed = (code: number): void => {
      const wasStale = isStale;
      isStale = code === EXPIRED || code === REFUSED;
      if (code === REFUSED && (wasStale || !isSession(token))) {
        hangUp();
        report('refused', code);
        enter('refused');
      } else if (code === LEAVING) again(Math.random() * LEAVING_MS);
      // A fresh token that is not accepted either is no reason to hurry.
      else if (isStale && !wasStale) again(0);
      else backOff();
    };
    if (token) wire = attempt(() => openWire(host, { token, receive, closed }), caught) ?? null;
    if (!wire) backOff();
  }

  function again(waitMs: number): void {
    hangUp();
    enter('waiting');
    timer = setTimeout(connect, waitMs);
  }

  function backOff(): void {
    failures += 1;
    again(Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failures));
  }

  function forget(): void {
    for (const watched of lists.values()) watched.list = undefined;
  }

  function subscribe({ options, list }: Watched, id: string): void {
    const { input, first, titleFields, itemFields } = options;
    wire?.send('subscribe', id, { query: listDocument(titleFields, itemFields), variables: { input, first, known: list?.version } });
  }

  function receive({ type, id = '', payload, text }: Message): void {
    const watched = lists.get(id);
    if (type === 'connection_ack') {
      failures = 0;
      isStale = false;
      enter('live');
      lists.forEach(subscribe);
    } else if (watched && type === 'next') accept(watched, payload as Pushed);
    else if (watched && type === 'error' && !isPassing(text)) {
      report('refused', text);
      say(watched, 'refused');
    } else if (watched) backOff();
  }

  function accept(watched: Watched, { data }: Pushed): void {
    const list = data?.recommendationsChanged;
    const before = watched.list;
    // Another id: another person, whose versions are their own.
    if (!list || (before?.id === list.id && list.version < before.version)) return;
    watched.list = list;
    watched.tell(list);
  }

  return {
    watch(callback, options = {}) {
      made += 1;
      const id = `${made}`;
      const tell = (list: RecommendationList) => void attempt(() => callback(list as Parameters<typeof callback>[0]), caught);
      const watched: Watched = { options, tell };
      lists.set(id, watched);
      if (phase === 'off') void connect();
      else say(watched, phase);
      if (phase === 'live') subscribe(watched, id);
      return () => {
        if (lists.delete(id)) wire?.send('complete', id);
        if (lists.size === 0) hangUp();
      };
    },
    restart() {
      hangUp();
      forget();
      isStale = false;
      failures = 0;
      if (lists.size > 0) void connect();
    },
    check() {
      if (phase === 'waiting') void connect();
      else wire?.probe();
    },
    close() {
      hangUp();
      lists.clear();
    },
  };
}

interface Pushed {
  readonly data?: { readonly recommendationsChanged?: RecommendationList } | null;
}
