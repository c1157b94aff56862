import type { PlayedTitle, TrackedEvent } from './event';
import type { Shown } from './impressions';
import type { WatchOptions } from './live';
import type { Media } from './media';
import type { Play } from './play';
import type { RecommendationList, Title } from './recommendation-list';
import type { KinographError } from './report';
import type { StorageLike } from './store';

/** Where Kinograph is, and who is here. */
export interface KinographOptions {
  /** Where Kinograph is; left out: where the page comes from. */
  readonly url?: string;
  /** The browser key of your application, `kgb_...`: needed where the page is of another origin than Kinograph. */
  readonly key?: string;
  /**
   * The signed-in viewer's token; null: nobody is signed in, and an anonymous session is used. `refresh` is true when the last one
   * was refused as expired.
   */
  readonly token?: (refresh: boolean) => string | null | Promise<string | null>;
  /** Is told what goes wrong; nothing need be done about it. */
  readonly onError?: (error: KinographError) => void;
  /** Where events wait: `localStorage` unless told; null: in memory only. */
  readonly storage?: StorageLike | null;
}

/** Nothing in here throws or rejects: what goes wrong is told to `onError`. */
export interface Kinograph {
  /** Whatever the tracker has no word for: CLICK, LIKE, DISLIKE, RATING, DONT_KNOW, COMPLETED. Answers the event's id. */
  track(event: TrackedEvent): string;
  /** A play told by hand, for Cast, TV and native shells. */
  play(title: PlayedTitle): Play;
  /** Follows an HTMLMediaElement, or anything like it. Returns stop. */
  watchMedia(media: Media, title: PlayedTitle): () => void;
  /** Counts as shown when half visible for a second. Returns stop. */
  watchImpression(element: Element, shown: Shown): () => void;
  /** The whole list, at once and after every change. Returns stop. */
  watchRecommendations<Listed extends Title = Title>(
    callback: (list: RecommendationList<Listed>) => void,
    options?: WatchOptions,
  ): () => void;
  /** The token to send as `Authorization: Bearer`: the viewer's, else an anonymous session's. null when it cannot be had now. */
  bearer(refresh?: boolean): Promise<string | null>;
  /** After sign-in: the anonymous session's past becomes the viewer's, and every live list follows. Answers whether a past was taken over. */
  signedIn(): Promise<boolean>;
  /** On sign-out: sends what waits under the old name, forgets the session; live lists go on with a new one. */
  signedOut(): Promise<void>;
  /** Sends what waits, now. */
  flush(): Promise<void>;
  /** Stops timers, listeners and the socket; what waits stays in storage. */
  close(): void;
}
