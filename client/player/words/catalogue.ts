import { BLEND_WORDS } from './blend';
import { BLEND_HIDDEN_WORDS } from './blend-hidden';
import { BLEND_SETTINGS_WORDS } from './blend-settings';
import { CARD_WORDS } from './cards';
import { GENRE_WORDS } from './genres';
import { HISTORY_WORDS } from './history';
import { INSIGHTS_WORDS } from './insights';
import { MOOD_WORDS } from './mood';
import { PAGE_WORDS } from './pages';
import { PEOPLE_WORDS } from './people';
import { CATALOGUE_WORDS } from './titles';
import { WATCH_WORDS } from './watch';

/** Every string that the player says, in English and Russian beside each other; a test finds what lacks a language or a plural. */
export const CATALOGUE = {
  ...PAGE_WORDS,
  ...CATALOGUE_WORDS,
  ...GENRE_WORDS,
  ...WATCH_WORDS,
  ...PEOPLE_WORDS,
  ...BLEND_WORDS,
  ...BLEND_HIDDEN_WORDS,
  ...BLEND_SETTINGS_WORDS,
  ...HISTORY_WORDS,
  ...INSIGHTS_WORDS,
  ...MOOD_WORDS,
  ...CARD_WORDS,
} as const;
