import { listDocument, type RecommendationList, type RecommendationsInput, readList, type Title } from './recommendation-list';
import { attempt, type Report } from './report';
import { type Address, isPassing } from './request';
import { ownerOf } from './token-owner';
import { openWire, type Wire } from './wire';

/** Where a live list stands. waiting: the line is interrupted. refused: it does not come back by itself. */
export type LiveStatus = 'connecting' | 'live' | 'waiting' | 'refused';

/** Which list, and what is to be told of it. */
export interface WatchOptions {
  readonly input?: RecommendationsInput;
  /** How many places; 20 unless told. */
  readonly first?: number;
  /** Further fields of a title, in GraphQL: `certificate credits { name }`. */
  readonly titleFields?: string;
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

export interface LivePorts {
  readonly address: Address;
  readonly bearer: (refresh: boolean) => Promise<string | null>;
  /** Whether the token is the anonymous session's. */
  readonly isSession: (token: string) => boolean;
  readonly random: () => number;
  readonly report: Report;
}

interface Watched {
  readonly options: WatchOptions;
  readonly tell: (list: RecommendationList) => void;
  /** The list given last. */
  known: RecommendationList | null;
  status: LiveStatus | null;
}

interface Pushed {
  readonly data?: { readonly recommendationsChanged?: RecommendationList } | null;
}

const LEAVING = 1001;
const REFUSED = 4401;
const EXPIRED = 4403;
const LEAVING_MS = 5_000;
const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** A line that held so long was a good one: the next wait is the shortest again. */
const GOOD_MS = 10_000;

/** All live lists over one socket, which is open while any list is watched. */
export function createLive({ address, bearer, isSession, random, report }: LivePorts): Live {
  const lists = new Map<string, Watched>();
  const caught = (error: unknown): void => report('fault', error);
  let phase: LiveStatus | 'off' = 'off';
  let wire: Wire | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let made = 0;
  let token: string | null = null;
  /** The next token must be a fresh one, and whether the last one was. */
  let isStale = false;
  let wasRenewed = false;
  /** Tells an answer that is still wanted from one that came too late. */
  let turn = 0;

  function say(status: LiveStatus, watched: Watched): void {
    if (watched.status === status) return;
    watched.status = status;
    attempt(() => watched.options.onStatus?.(status), caught);
  }

  function enter(next: LiveStatus): void {
    phase = next;
    for (const watched of lists.values()) say(next, watched);
  }

  async function connect(): Promise<void> {
    hangUp();
    const mine = turn;
    enter('connecting');
    const before = token && ownerOf(token);
    token = await bearer(isStale);
    if (mine !== turn) return;
    if (token === null) {
      again(backOff());
      return;
    }
    isStale = false;
    if (ownerOf(token) !== before) for (const watched of lists.values()) watched.known = null;
    const openedAt = Date.now();
    wire = openWire({
      address,
      token,
      ready() {
        enter('live');
        for (const [id, watched] of lists) subscribe(id, watched);
      },
      message: (type, id, payload) => receive(type, id, payload),
      closed(code) {
        if (Date.now() - openedAt > GOOD_MS) {
          failures = 0;
          wasRenewed = false;
        }
        lost(code);
      },
      caught,
    });
  }

  function open(): void {
    connect().catch((error) => {
      caught(error);
      again(backOff());
    });
  }

  function lost(code: number): void {
    const isSecond = wasRenewed;
    wasRenewed = code === EXPIRED || code === REFUSED;
    isStale = wasRenewed;
    if (code === REFUSED && (isSecond || token === null || !isSession(token))) refuse();
    else if (code === LEAVING) again(random() * LEAVING_MS);
    else again(wasRenewed && !isSecond ? 0 : backOff());
  }

  function refuse(): void {
    hangUp();
    report('refused', 'Live lists are refused.');
    enter('refused');
  }

  function again(waitMs: number): void {
    hangUp();
    enter('waiting');
    timer = setTimeout(open, waitMs);
  }

  function backOff(): number {
    failures += 1;
    return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
  }

  function hangUp(): void {
    turn += 1;
    clearTimeout(timer);
    wire?.close();
    wire = null;
    phase = 'off';
  }

  function subscribe(id: string, { options, known }: Watched): void {
    const { input = {}, first = 20, titleFields } = options;
    wire?.send('subscribe', id, { query: listDocument(titleFields), variables: { input, first, known: known?.version } });
  }

  function receive(type: string, id: string, payload: unknown): void {
    const watched = lists.get(id);
    if (!watched) return;
    if (type === 'next') {
      accept(watched, payload as Pushed);
      return;
    }
    const codes = type === 'error' ? (payload as { extensions?: { code?: string } }[]).map(({ extensions }) => extensions?.code) : [];
    if (type === 'complete' || codes.some(isPassing)) {
      say('waiting', watched);
      setTimeout(resume, random() * LONGEST_MS, id);
    } else {
      report('refused', `A live list is refused: ${codes.join()}`);
      say('refused', watched);
    }
  }

  function resume(id: string): void {
    const watched = lists.get(id);
    if (watched?.status !== 'waiting' || phase !== 'live') return;
    say('live', watched);
    subscribe(id, watched);
  }

  function accept(watched: Watched, { data }: Pushed): void {
    const list = data?.recommendationsChanged;
    if (!list) report('network', 'A list could not be computed.');
    // Another id: another person, whose versions are their own.
    if (!list || (watched.known?.id === list.id && list.version < watched.known.version)) return;
    watched.known = list;
    watched.tell(readList(list, address.url));
  }

  return {
    watch(callback, options = {}) {
      made += 1;
      const id = String(made);
      const tell = (list: RecommendationList) => void attempt(() => callback(list as Parameters<typeof callback>[0]), caught);
      const watched: Watched = { options, tell, known: null, status: null };
      lists.set(id, watched);
      if (phase === 'off') open();
      else say(phase, watched);
      if (phase === 'live') subscribe(id, watched);
      return () => {
        if (!lists.delete(id)) return;
        if (phase === 'live') wire?.send('complete', id);
        if (lists.size === 0) hangUp();
      };
    },
    restart() {
      hangUp();
      token = null;
      isStale = false;
      wasRenewed = false;
      failures = 0;
      for (const watched of lists.values()) watched.known = null;
      if (lists.size > 0) open();
    },
    check() {
      if (phase === 'waiting') open();
      else wire?.probe();
    },
    close() {
      hangUp();
      lists.clear();
    },
  };
}
