import { type Button, button, type Keyboard, numberIn } from '../buttons';
import { type Place, placeText, priceText } from '../card';
import { BotListDocument, BotOfferDocument, type TitleKind } from '../generated/documents';
import type { Turn } from '../turn';
import { answerLabel, letterOf, sendAnswer } from './cards';

const PER_KIND = 3;

interface List {
  readonly recommendationId: string;
  readonly places: readonly Place[];
}

/** Sends the best titles of each kind for the mood and the time, a card each, and asks what next. */
export async function sendList(turn: Turn, kinds: readonly TitleKind[]): Promise<void> {
  const { words, state, incoming, desk } = turn;
  const list = await listFor(turn, kinds);
  state.list = { number: (state.list?.number ?? 0) + 1, recommendationId: list.recommendationId };
  for (const place of list.places) {
    const keyboard = [answersOf(turn, place), ...(await shopOf(turn, list, place))];
    await desk.posters.send(incoming.chatId, place.title, placeText(place, words), keyboard);
  }
  const text = list.places.length === 0 ? words.nothing : words.again;
  await turn.say(text, [[button(words.searchAgain, 'mn', 's')], [button(words.settings, 'mn', 'p'), button(words.about, 'mn', 'a')]]);
}

/** What was shown lately comes again only where nothing else fits. */
async function listFor(turn: Turn, kinds: readonly TitleKind[]): Promise<List> {
  const { mood, seconds } = turn.state;
  const input = {
    kinds: [...kinds],
    perKind: PER_KIND,
    ...(mood !== null && { mood }),
    ...(seconds !== null && { availableSeconds: seconds }),
  };
  for (const excludeServed of [true, false]) {
    const { recommendations } = await turn.ask(BotListDocument, { input: { ...input, excludeServed } });
    const { recommendationId, items } = recommendations;
    if (items.nodes.length > 0 || !excludeServed) return { recommendationId, places: byKind(items.nodes, kinds) };
  }
  return { recommendationId: '', places: [] };
}

/** The order of a list, kind by kind. */
function byKind(places: readonly Place[], kinds: readonly TitleKind[]): readonly Place[] {
  return kinds.flatMap((kind) => places.filter(({ title }) => title.kind === kind));
}

function answersOf({ words, state }: Turn, { title, rank }: Place): readonly Button[] {
  return (['l', 'n', 'd'] as const).map((letter) =>
    button(answerLabel(words, letter), 'a', title.id, rank, state.list?.number ?? 0, letter),
  );
}

/** The way to where a title can be had, signed for this person and this list. */
async function shopOf(turn: Turn, { recommendationId }: List, { title }: Place): Promise<Keyboard> {
  if (title.offers.length === 0) return [];
  const { mood } = turn.state;
  const { title: found } = await turn.ask(BotOfferDocument, { titleId: title.id, recommendationId, mood });
  const offer = found?.offers[0];
  if (!offer?.link) return [];
  const price = priceText(offer.price, offer.currency, turn.incoming.language);
  const label = turn.words.shop(offer.shopName, price);
  return [[{ text: [...label].slice(0, 60).join(''), url: `${turn.desk.publicUrl}${offer.link}` }]];
}

/** A title of a list was answered, of whichever list: the newest of it counts. */
export async function answerPlace(turn: Turn, [titleId, rank, list, letter]: readonly string[]): Promise<void> {
  const [id, answer] = [numberIn(titleId), letterOf(letter)];
  if (id === null || answer === null) return;
  const place = numberIn(rank);
  const shown =
    turn.state.list?.number === numberIn(list) && place !== null ? { recommendationId: turn.state.list.recommendationId, rank: place } : {};
  await sendAnswer(turn, { titleId: String(id), answer, shown });
  await turn.note(turn.words.noted[answer]);
}
