import type { TrackedEvent } from './event';
import { eventId } from './event-id';
import { createIdentity } from './identity';
import { createImpressions } from './impressions';
import { inert } from './inert';
import type { Kinograph, KinographOptions } from './kinograph';
import { createLive } from './live';
import { followMedia } from './media';
import { createOutbox } from './outbox';
import { followPage } from './page-events';
import { createPlay, type PlayPorts } from './play';
import { attempt, createReport } from './report';
import { post } from './request';
import { createSessions } from './session';
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
  const report = createReport(options.onError);
  const caught = (error: unknown): void => report('fault', error);
  const now = (): number => Date.now();
  const newId = (): string => eventId(now());
  if (typeof window === 'undefined') return inert({ now, newId });

  const address = { url: (options.url ?? '').replace(/\/+$/, ''), key: options.key };
  const events = `${address.url}/events`;
  const store = createStore(options.storage === undefined ? pageStorage() : options.storage);
  const sessions = createSessions({ store, address, report });
  const identity = createIdentity({
    token: options.token,
    sessions,
    address,
    report,
    now,
    handOver: (from, to) => outbox.handOver(from, to),
  });
  const outbox = createOutbox({
    ...{ store, now, report, key: options.key, random: Math.random },
    ...{ bearer: identity.bearer, known: identity.known, who: identity.who },
    post: (body) => post(events, body, { 'content-type': 'text/plain;charset=UTF-8' }),
    beacon: (body) => navigator.sendBeacon(events, body),
  });
  const isSession = (token: string): boolean => token === sessions.kept()?.token;
  const live = createLive({ address, bearer: identity.bearer, isSession, random: Math.random, report });
  const open = new Set<() => void>();
  const impressions = createImpressions((titleIds, recommendationId) => track({ type: 'IMPRESSION', titleIds, recommendationId }));
  const emit: PlayPorts['emit'] = (interval, isOpen) => void attempt(() => (isOpen ? outbox.hold : outbox.put)(interval), caught);
  const played = { now, newId, emit, open };

  function track(event: TrackedEvent): string {
    const id = newId();
    attempt(() => outbox.put({ ...event, id, occurredAt: new Date(now()).toISOString() }), caught);
    return id;
  }

  /** What is going on ends here, under the name of whoever is here, and goes on in a new piece. */
  function cut(): void {
    for (const end of [...open]) end();
    impressions.flush();
  }

  function beat(): void {
    outbox.wake();
    void identity.takeOver();
  }

  const beats = setInterval(beat, BEAT_MS);
  const first = setTimeout(beat);
  const leave = followPage(
    {
      hidden() {
        cut();
        outbox.leave();
        impressions.turn();
      },
      shown() {
        impressions.turn();
        live.check();
        outbox.wake();
      },
      online() {
        outbox.online();
        live.check();
        void identity.takeOver();
      },
    },
    caught,
  );

  return {
    track,
    play: (title) => createPlay(title, played),
    watchMedia(media, title) {
      const stop = attempt(() => {
        const play = createPlay(title, { ...played, read: () => media.currentTime });
        return followMedia(media, play, { now, caught });
      }, caught);
      return () => void attempt(stop ?? nothing, caught);
    },
    watchImpression: (element, shown) => attempt(() => impressions.watch(element, shown), caught) ?? nothing,
    watchRecommendations: (callback, watching) => attempt(() => live.watch(callback, watching), caught) ?? nothing,
    bearer: identity.bearer,
    async signedIn() {
      attempt(cut, caught);
      const before = identity.who();
      const isTaken = await identity.signedIn();
      if (isTaken || identity.who() !== before) live.restart();
      return isTaken;
    },
    async signedOut() {
      attempt(cut, caught);
      const gone = identity.forget();
      live.restart();
      await outbox.flush(gone);
    },
    flush: () => outbox.flush(),
    close() {
      attempt(cut, caught);
      clearTimeout(first);
      clearInterval(beats);
      leave();
      impressions.close();
      outbox.close();
      live.close();
    },
  };
}
