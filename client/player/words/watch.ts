/** Words for the player. */
export const WATCH_WORDS = {
  'watch.play': ['Play', 'Смотреть'],
} as const;
