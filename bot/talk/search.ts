import { button, inRows, type Keyboard, numberIn, shortOf } from '../buttons';
import { escaped } from '../card';
import type { TitleKind } from '../generated/documents';
import type { Turn } from '../turn';
import type { Choice } from '../words/words';
import { sendList } from './list';

/** What people may ask for, by the letter that buttons carry. */
const CHOICES = {
  f: { choice: 'films', kinds: ['MOVIE'] },
  s: { choice: 'series', kinds: ['SHOW'] },
  b: { choice: 'books', kinds: ['BOOK'] },
  m: { choice: 'music', kinds: ['TRACK'] },
} as const satisfies Readonly<Record<string, { choice: Choice; kinds: readonly TitleKind[] }>>;
const EVERYTHING = ['MOVIE', 'SHOW', 'BOOK', 'TRACK'] as const satisfies readonly TitleKind[];

/** A week: no list is asked for more. */
const LONGEST_SECONDS = 604_800;

/** Asks for the mood. */
export async function askMood(turn: Turn): Promise<void> {
  const { words, state, incoming, desk } = turn;
  const moods = await desk.catalogue.moods();
  state.turn++;
  const buttons = moods.map(({ id, names }) => button(names[incoming.language], 'm', state.turn, shortOf(id)));
  await turn.say(words.mood, [...inRows(buttons, 2), [button(words.anyMood, 'm', state.turn)]]);
}

/** A mood was chosen: asks for the time. */
export async function chooseMood(turn: Turn, short: string | undefined): Promise<void> {
  const { words, state, incoming, desk } = turn;
  const mood = short === undefined ? null : ((await desk.catalogue.moods()).find(({ id }) => shortOf(id) === short) ?? null);
  // It may have been taken out since it was offered.
  if (short !== undefined && mood === null) return askMood(turn);
  state.mood = mood?.id ?? null;
  state.turn++;
  await turn.note();
  const chosen = mood?.names[incoming.language] ?? words.anyMood;
  await turn.change(`${escaped(chosen)} ✓\n\n${words.time}`, timeKeyboard(turn));
}

function timeKeyboard({ words, state }: Turn): Keyboard {
  const times = words.times.map(([seconds, label]) => button(label, 't', state.turn, seconds));
  return [...inRows(times, 3), [button(words.anyTime, 't', state.turn)]];
}

/** A time was chosen: asks what it shall be. */
export async function chooseTime(turn: Turn, text: string | undefined): Promise<void> {
  const { words, state } = turn;
  const seconds = numberIn(text);
  state.seconds = seconds === null || seconds < 1 ? null : Math.min(seconds, LONGEST_SECONDS);
  state.turn++;
  await turn.note();
  const kinds = Object.entries(CHOICES).map(([letter, { choice }]) => button(words.choices[choice], 'w', state.turn, letter));
  const chosen = state.seconds === null ? words.anyTime : words.duration(state.seconds);
  await turn.change(`${escaped(chosen)} ✓\n\n${words.what}`, [...inRows(kinds, 2), [button(words.everything, 'w', state.turn)]]);
}

/** What it shall be was chosen: sends the list. */
export async function chooseWhat(turn: Turn, letter: string | undefined): Promise<void> {
  turn.state.turn++;
  await turn.note();
  const choice = letter !== undefined && letter in CHOICES ? CHOICES[letter as keyof typeof CHOICES] : null;
  await sendList(turn, choice?.kinds ?? EVERYTHING);
  // The first card comes before this: people wait for that.
  await turn.changeButtons([]);
}
