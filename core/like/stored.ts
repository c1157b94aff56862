import type { Boosted } from './boost';
import { featuresOf, type LikeFacts, likeFacts, trainingFeatures } from './features';
import { type Judged, type JudgedTitle, likedTitles } from './judged';
import { chancesBy, trainClassifier } from './model';
import type { LikeRows } from './rows';

/** How many judged a title, and how many of them liked it. */
export type TitleCount = readonly [judged: number, liked: number];

/** A classifier as JSON keeps it. */
export interface StoredLikes {
  readonly share: number;
  readonly genres: readonly string[];
  readonly base: number;
  readonly rate: number;
  readonly trees: readonly { readonly feature: readonly number[]; readonly bound: readonly number[]; readonly value: readonly number[] }[];
}

/** Learns from every judgment; `titles` by id. */
export function learnLikes(
  { rows, titles, people, genres, titleIds }: Judged,
  seed: number,
): { readonly model: StoredLikes; readonly titles: Readonly<Record<number, TitleCount>> } {
  const facts = likeFacts(rows, titles, people);
  const { base, rate, trees } = trainClassifier({ rows, features: trainingFeatures(rows, titles, { people, seed }) }, seed);
  const count = (at: number): TitleCount => [facts.titles.rows[at] as number, facts.titles.likes[at] as number];
  return {
    model: {
      share: facts.share,
      genres,
      base,
      rate,
      trees: trees.map(({ feature, bound, value }) => ({ feature: [...feature], bound: [...bound], value: [...value] })),
    },
    titles: Object.fromEntries(titleIds.map((id, at) => [id, count(at)])),
  };
}

/** A title that a person judged. */
export interface OwnJudgment extends JudgedTitle {
  readonly liked: boolean;
}

/**
 * The chance, 0 to 1, that a person with this past likes each of `asked`. What they said of a title themselves is left out where it is asked
 * for, as it was in training.
 */
export function likeChances(
  model: StoredLikes,
  past: readonly OwnJudgment[],
  asked: readonly (JudgedTitle & { readonly count: TitleCount | null })[],
): readonly number[] {
  const classifier = thawed(model);
  const met = new Set(past.map(({ id }) => id));
  const whole = ownFacts(model, past);
  return asked.map((title) => {
    const own = met.has(title.id)
      ? ownFacts(
          model,
          past.filter(({ id }) => id !== title.id),
        )
      : whole;
    const [judged, liked] = title.count ?? [0, 0];
    const facts: LikeFacts = { ...own, titles: { rows: Float64Array.of(judged), likes: Float64Array.of(liked) } };
    return chancesBy(classifier, featuresOf(ONE_ROW, facts, likedTitles([title], model.genres)))[0] as number;
  });
}

const ONE_ROW: LikeRows = { person: Int32Array.of(0), title: Int32Array.of(0), liked: Uint8Array.of(0) };

function ownFacts({ share, genres }: StoredLikes, past: readonly OwnJudgment[]): LikeFacts {
  const rows: LikeRows = {
    person: new Int32Array(past.length),
    title: Int32Array.from(past, (_, at) => at),
    liked: Uint8Array.from(past, ({ liked }) => (liked ? 1 : 0)),
  };
  return { ...likeFacts(rows, likedTitles(past, genres), 1), share };
}

function thawed({ base, rate, trees }: StoredLikes): Boosted {
  return {
    base,
    rate,
    trees: trees.map(({ feature, bound, value }) => ({
      feature: Int16Array.from(feature),
      bound: Float32Array.from(bound),
      value: Float32Array.from(value),
    })),
  };
}
