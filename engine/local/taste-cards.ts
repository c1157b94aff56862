import { type Columns, genresOf, KINDS } from '../../core/columns';
import { exclude } from '../../core/eligible';
import { affinityOf } from '../../core/genre-profile';
import { topRows } from '../../core/rank';
import { type TasteCard, TasteCardReason } from '../../core/taste-card';
import type { TitleKind } from '../../core/title';
import type { Person } from '../engine';
import { gainsOf } from './card-gains';
import { type Reading, readPerson } from './reading';
import type { LocalState } from './state';
import { eligibleIn } from './workspace';

/** Whom titles are put before, and which may be. */
export interface CardRequest {
  readonly person: Person;
  readonly kinds: readonly TitleKind[];
  /** Asked about already, or not to be asked about. */
  readonly askedIds: readonly number[];
  readonly now: Date;
  readonly count: number;
}

/** Only titles that many people know are worth asking about: so many of each kind. */
const CANDIDATES = 300;
/** A title of a genre told is so much more likely to be known. */
const TOLD = 1;

/**
 * Titles to ask a person about, each as if those before had been answered. Kinds take turns, the one of which least was said first. What the
 * model ranks goes by what an answer teaches x the chance that the person knows the title; other kinds by that chance and by genres that were
 * not asked about. Nothing that the person had to do with, and nothing of `askedIds`, is asked.
 */
export function cardsFor(state: LocalState, request: CardRequest): readonly TasteCard[] {
  const { person, kinds, askedIds, now, count } = request;
  const { columns } = state;
  const metIds = person.interactions.map(({ titleId }) => titleId);
  const mask = eligibleIn(state.workspace, columns, { rules: { kinds }, now });
  exclude(mask, columns, [...askedIds, ...metIds]);
  const met = [...askedIds, ...metIds].flatMap((id) => columns.listedAs[columns.rowOf.get(id) ?? -1] ?? []);
  const reading = readPerson(state, person, now);
  const stacks = [...new Set(kinds)].map((kind) => stackOf(state, reading, { kind: KINDS.indexOf(kind), mask, met }));
  const cards: TasteCard[] = [];
  while (cards.length < count) {
    const next = stacks
      .filter(({ left }) => left() > 0)
      .reduce<Stack | null>((least, stack) => (least && least.said() <= stack.said() ? least : stack), null);
    if (next === null) return cards;
    cards.push(next.take());
  }
  return cards;
}

/** The titles of one kind that may be asked about. */
interface Stack {
  left(): number;
  /** Titles of the kind that something is known of, those taken included. */
  said(): number;
  take(): TasteCard;
}

/** How much is learned by asking about places of a stack. */
interface Lesson {
  readonly reason: TasteCardReason;
  worth(at: number): number;
  gain(at: number): number | null;
  answer(at: number): void;
}

interface Stacking {
  /** Index into KINDS. */
  readonly kind: number;
  readonly mask: Uint8Array;
  /** Rows that the person had to do with or was asked about. */
  readonly met: readonly number[];
}

function stackOf(state: LocalState, reading: Reading, { kind, mask, met }: Stacking): Stack {
  const { columns, scored, popularity } = state;
  const isRanked = mask.some((passes, row) => passes === 1 && columns.kind[row] === kind && scored[row] === 1);
  const may = mask.map((passes, row) => (columns.kind[row] === kind && (!isRanked || scored[row] === 1) ? passes : 0));
  const rows = topRows(may, { keys: popularity, ids: columns.ids }, CANDIDATES);
  const ofKind = met.filter((row) => columns.kind[row] === kind);
  const lesson = isRanked ? byModel(state, reading, rows) : byGenres(columns, rows, ofKind);
  const chances = chancesOf(state, reading, rows);
  const open = new Set(rows.keys());
  return {
    left: () => open.size,
    said: () => ofKind.length + rows.length - open.size,
    take() {
      let [best, most] = [-1, Number.NEGATIVE_INFINITY];
      for (const at of open) {
        const worth = (chances[at] as number) * lesson.worth(at);
        if (worth > most) [best, most] = [at, worth];
      }
      const card = { titleId: columns.ids[rows[best] as number] as number, reason: lesson.reason, gain: lesson.gain(best) };
      lesson.answer(best);
      open.delete(best);
      return card;
    },
  };
}

/** How likely the person knows each row, up to a factor: as many people as do, more of genres told. */
function chancesOf({ columns, fame }: LocalState, { profile }: Reading, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => (fame[row] as number) * (1 + TOLD * affinityOf(columns, row, profile.told)));
}

function byModel(state: LocalState, reading: Reading, rows: readonly number[]): Lesson {
  if (state.side === null) throw new Error('Rows are ranked by a model that is not there.');
  const gains = gainsOf(state, state.side, { rows, reading });
  return { reason: TasteCardReason.LEARNS, worth: gains.gain, gain: gains.gain, answer: gains.answer };
}

/** A genre of which n titles were asked about is worth 1 / (1 + n) of a new one; a title as much as its genres in the mean. */
function byGenres(columns: Columns, rows: readonly number[], met: readonly number[]): Lesson {
  const asked = new Map<number, number>();
  const ask = (row: number): void => {
    for (const genre of genresOf(columns, row)) asked.set(genre, (asked.get(genre) ?? 0) + 1);
  };
  for (const row of met) ask(row);
  return {
    reason: TasteCardReason.KNOWN,
    worth(at) {
      const genres = genresOf(columns, rows[at] as number);
      return genres.length === 0 ? 1 / 2 : genres.reduce((sum, genre) => sum + 1 / (1 + (asked.get(genre) ?? 0)), 0) / genres.length;
    },
    gain: () => null,
    answer: (at) => ask(rows[at] as number),
  };
}
