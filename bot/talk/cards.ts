import { button, type Keyboard, numberIn } from '../buttons';
import { titleText } from '../card';
import { BotAnswerDocument, BotTasteCardDocument, type BotTitleFragment, type EventType, type TitleKind } from '../generated/documents';
import type { Turn } from '../turn';
import type { Words } from '../words/words';
import { showMenu } from './menu';

/** How somebody answers a card, by the letter that its button carries. */
export const ANSWERS = { l: 'LIKE', n: 'DONT_KNOW', d: 'DISLIKE' } as const satisfies Readonly<Record<string, EventType>>;
export type AnswerLetter = keyof typeof ANSWERS;

const MOST_CARDS = 9;
/** Kinds take turns. */
const KINDS = ['MOVIE', 'BOOK', 'TRACK'] as const satisfies readonly TitleKind[];

/** Shows the next card of the first ones, or ends them where there is none left to ask about. */
export async function showCard(turn: Turn): Promise<void> {
  const { state, words, incoming, desk } = turn;
  const title = state.cards < MOST_CARDS ? await nextCard(turn) : null;
  if (title === null) return cardsDone(turn);
  state.turn++;
  const ask = words.card(state.cards + 1, MOST_CARDS);
  const answers = (['l', 'n', 'd'] as const).map((letter) => button(answerLabel(words, letter), 'c', state.turn, title.id, letter));
  const keyboard: Keyboard = [answers, [button(words.enough, 'ce', state.turn)]];
  await desk.posters.send(incoming.chatId, title, `${titleText(title, words)}\n\n${ask}`, keyboard);
}

async function nextCard(turn: Turn): Promise<BotTitleFragment | null> {
  const kind = KINDS[turn.state.cards % KINDS.length] ?? 'MOVIE';
  const [card] = (await turn.ask(BotTasteCardDocument, { kinds: [kind] })).tasteCards;
  if (card) return card.title;
  // The catalogue may hold nothing more of that kind.
  const [other] = (await turn.ask(BotTasteCardDocument, { kinds: [] })).tasteCards;
  return other?.title ?? null;
}

/** A card was answered: that counts, and the next one follows. */
export async function answerCard(turn: Turn, titleId: string | undefined, letter: string | undefined): Promise<void> {
  const id = numberIn(titleId);
  const answer = letterOf(letter);
  if (id === null || answer === null) return;
  await sendAnswer(turn, { titleId: String(id), answer });
  turn.state.cards++;
  await turn.note(turn.words.noted[answer]);
  await turn.changeButtons([[chosen(turn.words, answer)]]);
  await showCard(turn);
}

/** The first questions are over. */
export async function cardsDone(turn: Turn): Promise<void> {
  turn.state.registered = true;
  turn.state.turn++;
  await turn.note();
  await showMenu(turn, turn.words.cardsDone);
}

/** Tells Kinograph an answer. The same press, brought again, is the same event. */
export async function sendAnswer(
  turn: Turn,
  { titleId, answer, shown = {} }: { titleId: string; answer: AnswerLetter; shown?: { recommendationId?: string; rank?: number } },
): Promise<void> {
  const { deed, updateId } = turn.incoming;
  const id = `telegram:${deed.kind === 'press' ? deed.callbackId : updateId}`;
  const event = { id, type: ANSWERS[answer], titleId, occurredAt: turn.desk.now().toISOString(), ...shown };
  const { trackEvents } = await turn.ask(BotAnswerDocument, { events: [event] });
  const [result] = trackEvents.results;
  if (result?.status === 'REJECTED') turn.desk.log.warn({ message: result.message }, 'An answer was refused.');
}

/** The letter of an answer; null for what is none. */
export function letterOf(text: string | undefined): AnswerLetter | null {
  return text === 'l' || text === 'n' || text === 'd' ? text : null;
}

/** What the button of an answer says. */
export function answerLabel(words: Words, letter: AnswerLetter): string {
  return { l: words.like, n: words.dontKnow, d: words.dislike }[letter];
}

function chosen(words: Words, letter: AnswerLetter) {
  // Pressed again, it says that it is from before.
  return button(`✓ ${answerLabel(words, letter)}`, 'c', 0, 0, letter);
}
