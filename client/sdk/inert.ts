import type { Kinograph } from './kinograph';
import { createPlay, type PlayPorts } from './play';

const nothing = (): void => undefined;

/** What a server that draws pages gets: everything is there, and nothing is sent, kept or waited for. */
export function inert(ports: Pick<PlayPorts, 'now' | 'newId'>): Kinograph {
  return {
    track: ports.newId,
    play: (title) => createPlay(title, { ...ports, emit: nothing, open: new Set() }),
    watchMedia: () => nothing,
    watchImpression: () => nothing,
    watchRecommendations: () => nothing,
    bearer: async () => null,
    signedIn: async () => false,
    signedOut: async () => undefined,
    flush: async () => undefined,
    close: nothing,
  };
}
