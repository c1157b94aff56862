import type { Logger } from 'pino';
import type { Caller } from '../core/caller';
import type { Config } from '../core/config';
import type { Destination } from '../core/outbox';
import type { Schedulable } from '../core/schedule';
import type { Upload } from '../core/upload';
import type { Blender } from '../flow/blend-list';
import type { DemoPeople } from '../flow/demo-people';
import type { Inspector } from '../flow/inspect';
import type { ModelMaps } from '../flow/model-map';
import type { RankedAnswer, Recommender } from '../flow/recommend';
import type { Live } from '../flow/refresh';
import type { SceneAnswer } from '../flow/scene-recommendations';
import type { ThemeShelf } from '../flow/theme-book';
import type { TitleCounts } from '../flow/title-count';
import type { TitleLists } from '../flow/title-list';
import type { Tracker } from '../flow/track';
import type { AskedCopy } from '../flow/upload-copy';
import type { Database } from '../store/database';
import type { Throttle } from './auth/throttle';
import type { Tokens } from './auth/tokens';
import type { BlendWatch } from './blend-watch';
import type { Downloads } from './downloads';
import type { EventStream } from './event-stream';
import type { JobProgress } from './job-progress';
import type { JobWatch } from './job-watch';
import type { LiveMetrics } from './live-metrics';
import { createLoaders, type Loaders } from './loaders';
import type { NamedPeople } from './named-people';
import type { SavedFilters } from './saved-filters';
import type { ShopKeys } from './shop-keys';
import type { Visitor } from './visitor';

/** What resolvers and routes work with: everything that lives as long as the server. */
export interface House {
  readonly config: Config;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly database: Database;
  readonly tracker: Tracker;
  /** To where accepted events are passed on at this moment. */
  readonly destinations: () => readonly Destination[];
  readonly recommender: Recommender;
  readonly inspector: Inspector;
  readonly blender: Blender;
  readonly blendWatch: BlendWatch;
  readonly lists: TitleLists;
  readonly titleCounts: TitleCounts;
  readonly jobProgress: JobProgress;
  readonly jobWatch: JobWatch;
  readonly modelMaps: ModelMaps;
  /** The work that may run by itself, and when it does unless an operator says otherwise. */
  readonly schedules: readonly Schedulable[];
  readonly live: Live<RankedAnswer>;
  /** By the themes of scenes, under the ids that clients know the answers by. */
  readonly liveScenes: Live<SceneAnswer & { readonly id: string }>;
  readonly themes: ThemeShelf;
  readonly liveMetrics: LiveMetrics;
  readonly eventStream: EventStream;
  readonly tokens: Tokens;
  readonly demoPeople: DemoPeople;
  readonly downloads: Downloads;
  /** Copies a file from S3 to where files lie that were sent. */
  readonly fromS3: (asked: AskedCopy) => Promise<Upload>;
  readonly shopKeys: ShopKeys;
  /** Seals the secrets of access keys. */
  readonly sealingKey: Buffer;
  readonly savedFilters: SavedFilters;
  readonly named: NamedPeople;
  /** Counts sign-ins per e-mail and address. */
  readonly signIns: Throttle;
  /** Counts the sessions that an address begins. */
  readonly sessions: Throttle;
}

/** The answer's headers, where there are any: a socket has none. */
export interface Reply {
  setCookie(cookie: string): void;
}

/** One request, or one event of a subscription. */
export interface Context {
  readonly caller: Caller;
  /** Keyed hash of the client's address. */
  readonly address: string | null;
  readonly house: House;
  readonly loaders: Loaders;
  readonly reply: Reply | null;
  /** People who proved in this very request who they are, by a password or by a token that it made for them. */
  readonly proven: Set<number>;
}

/** The context of one answer: its loaders cache what they read, so it must not be used for a second one. */
export function createContext(house: House, { caller, address }: Visitor, reply: Reply | null): Context {
  return { caller, address, house, reply, proven: new Set(), loaders: createLoaders(house.database.db, caller, house.config.personalize) };
}
