import type { EvaluationCase } from '../../core/evaluate/split';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import { csvLine } from '../../core/plain/cells';
import type { SplitFactors } from '../../engine/training/evaluate';
import { pastIn } from '../../engine/training/model-ranker';
import { createScorer, type Scorer } from '../../engine/training/scorer';

interface ListsOf {
  readonly train: InteractionMatrix;
  readonly factors: SplitFactors;
  readonly settings: AlsSettings;
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly top: number;
  /** Who is asked about; with negatives a list holds those and the held-out title. */
  readonly cases: Iterable<EvaluationCase>;
  readonly onList?: (lists: number) => void;
}

const HEADER = 'user,item,rank,score\n';
const PART_LINES = 5_000;
/** As many as a float32 tells. */
const DIGITS = 7;

/** Lists as lines of CSV, in parts; someone of whom nothing liked is known has none. */
export function* listLines({ train, factors, settings, users, items, top, cases, onList = () => undefined }: ListsOf): Generator<string> {
  const scorer = createScorer(factors.items, settings);
  let lines = [HEADER];
  let lists = 0;
  for (const asked of cases) {
    const past = pastIn(train, asked.user, factors.placeOf);
    const taste = past.index.length === 0 ? null : scorer.foldIn(past);
    onList(++lists);
    if (taste === null) continue;
    const list = asked.negatives === null ? scorer.top(taste, top, past.index) : amongOwn(asked, taste, { scorer, factors });
    for (let at = 0; at < Math.min(top, list.rows.length); at++) {
      const item = items[factors.columns[list.rows[at] as number] as number] ?? '';
      lines.push(csvLine([users[asked.user] ?? '', item, at + 1, Number((list.scores[at] as number).toPrecision(DIGITS))]));
    }
    if (lines.length < PART_LINES) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/** The titles of a case that have factors, best first; equals stand in the order of columns, as in the evaluation. */
function amongOwn(
  { relevant, negatives }: EvaluationCase,
  taste: Float32Array,
  by: { readonly scorer: Scorer; readonly factors: SplitFactors },
): ReturnType<Scorer['top']> {
  const columns = [...new Set([...relevant, ...(negatives ?? [])])].sort((a, b) => a - b);
  const rows = Int32Array.from(columns, (column) => by.factors.placeOf[column] as number).filter((row) => row >= 0);
  const scores = by.scorer.scores(taste, rows);
  const order = Array.from(rows.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  return { rows: Int32Array.from(order, (at) => rows[at] as number), scores: Float32Array.from(order, (at) => scores[at] as number) };
}
