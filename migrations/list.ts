import { Catalogue1763856000000 } from './1763856000000-catalogue';
import { Events1763856000001 } from './1763856000001-events';
import { Operations1763856000002 } from './1763856000002-operations';
import { People1763856000003 } from './1763856000003-people';
import { Training1763856000004 } from './1763856000004-training';
import { Changes1763856000005 } from './1763856000005-changes';
import { Access1763856000006 } from './1763856000006-access';
import { Metrics1763856000007 } from './1763856000007-metrics';
import { Uploads1763856000008 } from './1763856000008-uploads';
import { Erasures1763856000009 } from './1763856000009-erasures';
import { JobLogs1763856000010 } from './1763856000010-job-logs';
import { Blends1763856000012 } from './1763856000012-blends';
import { HistoryImports1763856000013 } from './1763856000013-history-imports';
import { TitleAliases1763856000014 } from './1763856000014-title-aliases';
import { Blocks1763856000015 } from './1763856000015-blocks';
import { Moods1763856000016 } from './1763856000016-moods';
import { Shops1763856000017 } from './1763856000017-shops';
import { Scenes1763856000018 } from './1763856000018-scenes';
import { Chats1763856000019 } from './1763856000019-chats';
import { LikeModels1763856000020 } from './1763856000020-like-models';
import { DontKnow1763856000021 } from './1763856000021-dont-know';
import { AccessKeysAndFilters1763856000022 } from './1763856000022-access-keys-and-filters';
import { Personalize1763856000023 } from './1763856000023-personalize';
import { Outbox1763856000024 } from './1763856000024-outbox';
import { Spark1763856000025 } from './1763856000025-spark';
import { Shadow1763856000026 } from './1763856000026-shadow';
import { PersonalizeDeletions1763856000027 } from './1763856000027-personalize-deletions';

/** In the order in which they run; only ever appended to. */
export const MIGRATIONS = [
  Catalogue1763856000000,
  Events1763856000001,
  Operations1763856000002,
  People1763856000003,
  Training1763856000004,
  Changes1763856000005,
  Access1763856000006,
  Metrics1763856000007,
  Uploads1763856000008,
  Erasures1763856000009,
  JobLogs1763856000010,
  Blends1763856000012,
  TitleAliases1763856000014,
  HistoryImports1763856000013,
  Blocks1763856000015,
  Moods1763856000016,
  Shops1763856000017,
  DontKnow1763856000021,
  LikeModels1763856000020,
  AccessKeysAndFilters1763856000022,
  Scenes1763856000018,
  Chats1763856000019,
  Outbox1763856000024,
  Personalize1763856000023,
  Spark1763856000025,
  Shadow1763856000026,
  PersonalizeDeletions1763856000027,
];
