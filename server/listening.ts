import type { Listening } from '../store/notices';
import { untilDone } from '../store/retry';
import { standingUsers } from '../store/users';
import type { Gate } from './auth/gate';
import type { House } from './context';
import type { Sockets } from './live/sockets';

interface Told {
  readonly gate: Gate;
  readonly sockets: () => Sockets | null;
  readonly leaving: AbortSignal;
}

/** Who is told of what other processes have changed. */
export function listeningOf(
  {
    recommender,
    blender,
    blendWatch,
    live,
    liveScenes,
    themes,
    liveMetrics,
    named,
    demoPeople,
    titleCounts,
    savedFilters,
    jobProgress,
    jobWatch,
    database,
    log,
  }: House,
  { gate, sockets, leaving }: Told,
): Listening {
  return {
    log,
    onNotice(notice) {
      recommender.onNotice(notice);
      blender.onNotice(notice);
      themes.onNotice(notice);
      if (notice.topic === 'blend') blendWatch.onBlend(notice.id);
      if (notice.topic === 'merge') {
        named.forget(notice.fromId);
        for (const lists of [live, liveScenes]) lists.onMerge(notice.fromId, notice.intoId);
        blendWatch.onUsers([notice.fromId, notice.intoId]);
      }
      if (notice.topic === 'forget') {
        for (const id of notice.ids) named.forget(id);
        for (const lists of [live, liveScenes]) lists.onForget(notice.ids);
        blendWatch.onUsers(notice.ids);
        demoPeople.forget();
      }
      if (notice.topic === 'users') {
        for (const lists of [live, liveScenes]) lists.onUsers(notice.users);
        blendWatch.onUsers(notice.users.map(({ userId }) => userId));
      }
      if (notice.topic === 'titles') titleCounts.forget();
      if (notice.topic === 'filters') savedFilters.forget();
      if (notice.topic === 'metrics') liveMetrics.onMetrics();
      if (notice.topic === 'job') {
        jobProgress.onJob(notice.id);
        jobWatch.onJob();
      }
      if (notice.topic === 'key') gate.forgetKeys();
      if (notice.topic === 'operator') gate.forgetOperators();
      sockets()?.onNotice(notice);
    },
    onReconnect() {
      recommender.onReconnect();
      blender.onReconnect();
      themes.onReconnect();
      blendWatch.resync();
      gate.forgetKeys();
      gate.forgetOperators();
      named.forgetAll();
      savedFilters.forget();
      titleCounts.forget();
      jobProgress.resync();
      liveMetrics.onMetrics();
      jobWatch.onJob();
      sockets()?.onReconnect();
      const compare = () => Promise.all([live, liveScenes].map((lists) => lists.resync((ids) => standingUsers(database.db, ids))));
      void untilDone(compare, { log, failure: 'Live lists were not compared.', leaving });
    },
  };
}
