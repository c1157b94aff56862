import type { Genre } from '../api/catalogue';
import { button, inRows, type Keyboard, shortOf } from '../buttons';
import { BotLikedGenresDocument, BotLikeGenresDocument, type TitleKind } from '../generated/documents';
import type { Turn } from '../turn';
import { showCard } from './cards';
import { showSettings } from './menu';

/** The kinds that genres are asked of, in their order, by the letter that buttons carry. */
const STEPS = [
  { letter: 'f', choice: 'films', kinds: ['MOVIE', 'SHOW'] },
  { letter: 'm', choice: 'music', kinds: ['TRACK'] },
  { letter: 'b', choice: 'books', kinds: ['BOOK'] },
] as const satisfies readonly { letter: string; choice: string; kinds: readonly TitleKind[] }[];
type Step = (typeof STEPS)[number];

const MOST_GENRES = 24;
const COLUMNS = 3;

interface Liked {
  readonly kind: TitleKind;
  readonly genre: string;
  readonly weight: number;
}

/** The first questions: the genres of what the catalogue holds, kind by kind. */
export async function begin(turn: Turn): Promise<void> {
  await turn.say(turn.words.greeting);
  await askNext(turn, 0);
}

/** Asks the genres of one kind from the settings. */
export async function changeGenres(turn: Turn, letter: string | undefined): Promise<void> {
  const step = STEPS.find((each) => each.letter === letter);
  if (step === undefined || !(await askStep(turn, step))) await showSettings(turn);
}

/** A genre was pressed: it is liked from then on, or no more. */
export async function toggle(turn: Turn, letter: string | undefined, short: string | undefined): Promise<void> {
  const step = STEPS.find((each) => each.letter === letter);
  if (step === undefined) return;
  const genres = await turn.desk.catalogue.genres();
  const meant = genres.filter(({ genre, kind }) => isOf(step, kind) && shortOf(genre) === short);
  const liked = await likedGenres(turn);
  const isLiked = meant.some(({ genre, kind }) => liked.some((each) => each.genre === genre && each.kind === kind));
  const others = liked.filter(({ genre, kind }) => !meant.some((each) => each.genre === genre && each.kind === kind));
  const now = isLiked ? others : [...others, ...meant.map(({ genre, kind }) => ({ genre, kind, weight: 1 }))];
  if (meant.length > 0) await turn.ask(BotLikeGenresDocument, { genres: [...now] });
  await turn.note();
  await turn.changeButtons(keyboard(turn, step, { genres, liked: now }));
}

/** Done was pressed: on to the next kind, to the cards, or back to the settings. */
export async function genresDone(turn: Turn, letter: string | undefined): Promise<void> {
  await turn.note();
  if (turn.state.registered) return showSettings(turn, `${turn.words.saved} ${turn.words.settingsText}`);
  const at = STEPS.findIndex((each) => each.letter === letter);
  await askNext(turn, at + 1);
}

async function askNext(turn: Turn, from: number): Promise<void> {
  for (const step of STEPS.slice(from)) if (await askStep(turn, step)) return;
  await showCard(turn);
}

/** Asks the genres of a kind; false where the catalogue has none of it. */
async function askStep(turn: Turn, step: Step): Promise<boolean> {
  const genres = await turn.desk.catalogue.genres();
  if (!genres.some(({ kind }) => isOf(step, kind))) return false;
  turn.state.turn++;
  await turn.say(turn.words.genres[step.choice], keyboard(turn, step, { genres, liked: await likedGenres(turn) }));
  return true;
}

function keyboard(
  { state, words }: Turn,
  step: Step,
  { genres, liked }: { readonly genres: readonly Genre[]; readonly liked: readonly Liked[] },
): Keyboard {
  const isLiked = (genre: string): boolean => liked.some((each) => each.genre === genre && isOf(step, each.kind));
  const buttons = mostKnown(genres, step).map((genre) =>
    button(`${isLiked(genre) ? '✅ ' : ''}${genre}`, 'g', state.turn, step.letter, shortOf(genre)),
  );
  return [...inRows(buttons, COLUMNS), [button(words.done, 'gd', state.turn, step.letter)]];
}

/** The genres of a step, those of most titles first. */
function mostKnown(genres: readonly Genre[], step: Step): readonly string[] {
  const titles = new Map<string, number>();
  for (const each of genres) if (isOf(step, each.kind)) titles.set(each.genre, (titles.get(each.genre) ?? 0) + each.titles);
  return [...titles.entries()]
    .sort(([one, most], [other, more]) => more - most || one.localeCompare(other))
    .slice(0, MOST_GENRES)
    .map(([genre]) => genre);
}

function isOf(step: Step, kind: TitleKind): boolean {
  return step.kinds.some((each) => each === kind);
}

async function likedGenres(turn: Turn): Promise<readonly Liked[]> {
  return (await turn.ask(BotLikedGenresDocument, {})).viewer?.likedGenres ?? [];
}
