// Ends this process, or its group, once its parent is gone. A thread of its own, because a training holds the event loop of the main one for seconds.
import { workerData } from 'node:worker_threads';

setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(workerData.dies, 'SIGKILL');
}, 500);
