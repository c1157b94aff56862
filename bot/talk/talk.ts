import { type Pressed, readData, type Verb } from '../buttons';
import type { Turn } from '../turn';
import { joinBlend, leaveBlend, startBlend, vote } from './blend';
import { answerCard, cardsDone } from './cards';
import { begin, changeGenres, genresDone, toggle } from './genres';
import { answerPlace } from './list';
import { showAbout, showMenu, showMore, showSettings } from './menu';
import { askMood, chooseMood, chooseTime, chooseWhat } from './search';

/** Buttons of a question: they hold until the next one is asked. */
const OF_QUESTIONS: ReadonlySet<Verb> = new Set(['g', 'gd', 'c', 'ce', 'm', 't', 'w']);
const OF_GROUPS: ReadonlySet<Verb> = new Set(['bj', 'bl', 'bv']);

/** Answers one update. Throws what Kinograph and Telegram throw. */
export async function answer(turn: Turn): Promise<void> {
  const { deed, isGroup } = turn.incoming;
  const { state } = turn;
  if (deed.kind === 'heard') {
    state.blocked = !deed.heard;
    if (!deed.heard) state.blend = null;
    return;
  }
  state.blocked = false;
  if (deed.kind === 'command') await (isGroup ? commandOfGroup(turn, deed.name) : command(turn, deed.name));
  else if (deed.kind === 'press') await press(turn, readData(deed.data));
  else if (state.registered) await showMenu(turn, turn.words.unknown);
  else await begin(turn);
}

async function command(turn: Turn, name: string): Promise<void> {
  switch (name) {
    case 'start':
      return turn.state.registered ? showMenu(turn) : begin(turn);
    case 'search':
      return askMood(turn);
    case 'settings':
      return showSettings(turn);
    case 'blend':
      return startBlend(turn);
    case 'help':
      return showMore(turn);
    default:
      return showMenu(turn, turn.words.unknown);
  }
}

/** In a group the bot speaks only where it was called. */
async function commandOfGroup(turn: Turn, name: string): Promise<void> {
  if (name === 'blend') await startBlend(turn);
  else if (name === 'start' || name === 'help') await turn.say(turn.words.moreText);
}

async function press(turn: Turn, pressed: Pressed | null): Promise<void> {
  const { isGroup } = turn.incoming;
  if (pressed === null || OF_GROUPS.has(pressed.verb) !== isGroup) await turn.note(turn.words.old);
  else if (OF_QUESTIONS.has(pressed.verb)) await pressOfQuestion(turn, pressed);
  else await pressOfAnyTime(turn, pressed);
  await turn.note();
}

async function pressOfQuestion(turn: Turn, { verb, parts: [number, ...parts] }: Pressed): Promise<void> {
  if (Number(number) !== turn.state.turn) return turn.note(turn.words.old);
  switch (verb) {
    case 'g':
      return toggle(turn, parts[0], parts[1]);
    case 'gd':
      return genresDone(turn, parts[0]);
    case 'c':
      return answerCard(turn, parts[0], parts[1]);
    case 'ce':
      return cardsDone(turn);
    case 'm':
      return chooseMood(turn, parts[0]);
    case 't':
      return chooseTime(turn, parts[0]);
    case 'w':
      return chooseWhat(turn, parts[0]);
  }
}

async function pressOfAnyTime(turn: Turn, { verb, parts }: Pressed): Promise<void> {
  switch (verb) {
    case 'mn':
      return chooseOfMenu(turn, parts[0]);
    case 'st':
      await turn.note();
      return changeGenres(turn, parts[0]);
    case 'a':
      return answerPlace(turn, parts);
    case 'bj':
      return joinBlend(turn);
    case 'bl':
      return leaveBlend(turn);
    case 'bv':
      return vote(turn, parts[0], parts[1]);
  }
}

async function chooseOfMenu(turn: Turn, item: string | undefined): Promise<void> {
  await turn.note();
  switch (item) {
    case 's':
      return askMood(turn);
    case 'p':
      return showSettings(turn);
    case 'i':
      return showMore(turn);
    case 'a':
      return showAbout(turn);
    default:
      return showMenu(turn);
  }
}
