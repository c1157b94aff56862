import { button, type Keyboard } from '../buttons';
import type { Turn } from '../turn';
import type { Words } from '../words/words';

/** What can be done; its buttons hold whenever they are pressed. */
export function menuKeyboard(words: Words): Keyboard {
  return [
    [button(words.search, 'mn', 's')],
    [button(words.settings, 'mn', 'p'), button(words.more, 'mn', 'i'), button(words.about, 'mn', 'a')],
  ];
}

/** Shows the main menu. */
export async function showMenu({ say, words }: Turn, text = words.menu): Promise<void> {
  await say(text, menuKeyboard(words));
}

/** What the bot can do, and how; search is next. */
export async function showMore({ say, words }: Turn): Promise<void> {
  await say(words.moreText, [[button(words.search, 'mn', 's')], [button(words.back, 'mn', 'm')]]);
}

/** What the bot is and keeps. */
export async function showAbout({ say, words }: Turn): Promise<void> {
  await say(words.aboutText, menuKeyboard(words));
}

/** Which genres to change. */
export async function showSettings({ say, words }: Turn, text = words.settingsText): Promise<void> {
  const { films, music, books } = words.choices;
  await say(text, [[button(films, 'st', 'f'), button(music, 'st', 'm'), button(books, 'st', 'b')], [button(words.back, 'mn', 'm')]]);
}
