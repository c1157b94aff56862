import type { KinographEvent, TrackedEvent } from './event';
import { eventId } from './event-id';
import type { Host } from './host';
import { createIdentity } from './identity';
import { createImpressions } from './impressions';
import type { Kinograph, KinographOptions } from './kinograph';
import { createLive } from './live';
import { followMedia } from './media';
import { createOutbox } from './outbox';
import { createPlay, type PlayPorts } from './play';
import { attempt, createReport } from './report';
import { post } from './request';
import { createStore, pageStorage } from './store';

export type { CauseKind, EngineName, ReasonCode, TitleKind } from './enums';
export type { KinographEvent, PlayedTitle, TrackedEvent, WatchInterval } from './event';
export type { Shown } from './impressions';
export type { Kinograph, KinographOptions } from './kinograph';
export type { LiveStatus, WatchOptions } from './live';
export type { Media } from './media';
export type { Play } from './play';
export type {
  Cause,
  Fit,
  NamedTitle,
  Reason,
  Recommendation,
  RecommendationList,
  RecommendationsInput,
  Title,
} from './recommendation-list';
export type { KinographError } from './report';
export type { StorageLike } from './store';

const BEAT_MS = 30_000;
const nothing = (): void => undefined;

/** Begins to track and to listen. On a server, where there is no window, everything is there and does nothing. */
export function createKinograph(options: KinographOptions = {}): Kinograph {
  const { url = '', key, token, storage, onError } = options;
  const isPage = typeof window !== 'undefined';
  const report = createReport(onError);
  const caught = (error: unknown): void => report('fault', error);
  const store = createStore(isPage && storage === undefined ? pageStorage() : storage);
  const host: Host = { url: url.replace(/\/+$/, ''), key, store, now: Date.now, report, caught };
  const events = `${host.url}/events`;
  const outbox = createOutbox(host, {
    identity: () => identity,
    post: (body) => post(events, body),
    beacon: (body) => navigator.sendBeacon?.(events, body),
  });
  const identity = createIdentity(host, { token, handOver: outbox.handOver });
  const live = createLive(host, identity);
  const impressions = createImpressions((titleIds, recommendationId) => track({ type: 'IMPRESSION', titleIds, recommendationId }));
  const open = new Set<() => void>();
  const newId = (): string => eventId(host.now());
  const emit = guard((event: KinographEvent, isOpen: boolean) => (isOpen ? outbox.hold : outbox.put)(event));
  const played: PlayPorts = { now: host.now, open, newId, emit };

  /** Where there is no page, and where the call throws, the answer is `otherwise`. */
  function guard<Given extends unknown[], Answer>(call: (...given: Given) => Answer, otherwise?: Answer): (...given: Given) => Answer {
    return (...given) => ((isPage ? attempt(() => call(...given), caught) : undefined) ?? otherwise) as Answer;
  }

  function track(event: TrackedEvent): string {
    const id = newId();
    emit({ ...event, id, occurredAt: new Date(host.now()).toISOString() }, false);
    return id;
  }

  /** What is going on ends here, under the name of whoever is here, and goes on in a new piece. */
  const cut = guard(() => {
    for (const end of [...open]) end();
    impressions.flush();
  });

  function beat(): void {
    outbox.wake();
    void identity.takeOver();
  }

  function shown(): void {
    impressions.turn(true);
    live.check();
    beat();
  }

  function hidden(): void {
    cut();
    outbox.leave();
    impressions.turn(false);
  }

  function online(): void {
    outbox.online();
    shown();
  }

  const stop = new AbortController();
  const on = (type: string, call: () => void): void => globalThis.addEventListener?.(type, guard(call), stop);
  // visibilitychange bubbles up to the window.
  on('visibilitychange', () => (document.visibilityState === 'hidden' ? hidden() : shown()));
  on('pagehide', hidden);
  on('pageshow', shown);
  on('online', online);
  const beats = isPage ? setInterval(beat, BEAT_MS) : undefined;
  if (isPage) setTimeout(beat);

  return {
    track,
    play: (title) => createPlay(title, played),
    watchMedia: guard((media, title) => followMedia(media, createPlay(title, { ...played, read: () => media.currentTime }), host), nothing),
    watchImpression: guard(impressions.watch, nothing),
    watchRecommendations: guard(live.watch, nothing),
    bearer: guard(identity.bearer, Promise.resolve(null)),
    signedIn: guard(async () => {
      cut();
      const before = identity.who();
      const isTaken = await identity.signedIn();
      if (isTaken || identity.who() !== before) live.restart();
      return isTaken;
    }, Promise.resolve(false)),
    signedOut: guard(async () => {
      cut();
      const gone = outbox.claim();
      identity.forget();
      live.restart();
      await outbox.flush(gone);
    }, Promise.resolve()),
    flush: guard(() => outbox.flush(), Promise.resolve()),
    close: guard(() => {
      cut();
      clearInterval(beats);
      stop.abort();
      outbox.close();
      live.close();
    }),
  };
}
