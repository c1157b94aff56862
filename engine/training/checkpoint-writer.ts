import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type CheckpointFactors, checkpointStatements, type Reached } from '../../store/checkpoints';

/** Writes checkpoints of one run beside the training. */
export interface CheckpointWriter {
  /** Hands over the factors after an iteration. While the last ones are still being written nothing happens, and nobody waits. */
  write(reached: Reached, factors: () => CheckpointFactors): void;
  /** Resolves when nothing is being written any more. */
  stop(): Promise<void>;
}

/** Starts a writer for a run; one for none (null) writes nothing. */
export function checkpointWriter(url: string, runId: number | null): CheckpointWriter {
  if (runId === null) return { write: () => undefined, stop: async () => undefined };
  const thread = new Worker(join(__dirname, 'statement-thread.mjs'), { workerData: { url }, execArgv: [] });
  let writing: Promise<unknown> | null = null;
  return {
    write(reached, factors) {
      if (writing !== null) return;
      const { users, items } = factors();
      thread.postMessage(checkpointStatements(runId, reached, { users, items }), [
        users.buffer as ArrayBuffer,
        items.buffer as ArrayBuffer,
      ]);
      // Without its checkpoints a training is worth as much: whatever fails there ends no training.
      writing = once(thread, 'message')
        .catch(() => undefined)
        .then(() => {
          writing = null;
        });
    },
    async stop() {
      await writing;
      await thread.terminate();
    },
  };
}
