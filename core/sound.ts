/** Facts of a track that moods go by, in the order of their columns: tempo in beats a minute, the others 0 to 1. */
export const SOUNDS = ['tempo', 'energy', 'valence', 'acousticness'] as const;

export type Sound = (typeof SOUNDS)[number];
