import type { Answer } from '../mood/answer';

/** What a key says of a card. */
export const KEYS: Readonly<Record<string, Answer | 'UNDO'>> = {
  '1': 'DISLIKE',
  ArrowLeft: 'DISLIKE',
  '2': 'DONT_KNOW',
  ArrowDown: 'DONT_KNOW',
  '3': 'LIKE',
  ArrowRight: 'LIKE',
  ArrowUp: 'UNDO',
};
