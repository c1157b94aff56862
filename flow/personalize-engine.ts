import type { Logger } from 'pino';
import type { PersonalizeTargets } from '../core/personalize/sync';
import type { LocalEngine } from '../engine/local/local';
import type { DataPlane } from '../engine/personalize/clients';
import { createPersonalizeEngine } from '../engine/personalize/engine';
import { untilDone } from '../store/retry';
import type { RemoteEngine } from './engines';

interface Parts {
  readonly plane: DataPlane;
  /** What of the sync can be asked now; null: nothing. */
  readonly readTargets: () => Promise<PersonalizeTargets | null>;
  readonly local: Pick<LocalEngine, 'state'>;
  readonly log: Logger;
}

/** Amazon Personalize as an engine for lists: knows what there is to ask, and learns it again when the sync says that something changed. */
export function livePersonalize({ plane, readTargets, local, log }: Parts): RemoteEngine {
  let targets: PersonalizeTargets | null = null;
  let reading: Promise<void> = Promise.resolve();
  const leaving = new AbortController();

  async function read(): Promise<void> {
    targets = await readTargets();
    // Loading the SDK takes as long as a list may wait in all.
    if (targets?.campaigns.USER) await plane.runtime();
  }
  // One after another: of two at once the older answer could come last.
  function readAgain(): void {
    reading = reading.then(() =>
      untilDone(read, { log, failure: 'What there is in Personalize could not be read again.', leaving: leaving.signal }),
    );
  }

  return {
    engine: createPersonalizeEngine({ plane, targets: () => targets, state: local.state }),
    start: read,
    onNotice(notice) {
      if (notice.topic === 'personalize') readAgain();
    },
    onReconnect: readAgain,
    async stop() {
      leaving.abort();
      await reading;
      plane.close();
    },
  };
}
