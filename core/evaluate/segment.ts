import type { InteractionMatrix } from '../interaction-matrix';
import type { EvaluationReport, SegmentReport } from './report';
import type { EvaluationCase } from './split';
import { type CaseValues, meansOf } from './tally';

interface Ranked {
  readonly train: InteractionMatrix;
  readonly cases: readonly EvaluationCase[];
  readonly model: CaseValues;
  readonly popularity: CaseValues;
}

type Segment = keyof EvaluationReport['segments'];

const LIGHT_FROM = 5;
const HEAVY_FROM = 50;

/** Model and popularity apart for people of whom little and much is known. */
export function segmentsOf(ranked: Ranked): EvaluationReport['segments'] {
  const places: Record<Segment, number[]> = { cold: [], light: [], heavy: [] };
  ranked.cases.forEach(({ user }, at) => {
    places[segmentOf(ranked.train, user)].push(at);
  });
  const report = (segment: Segment): SegmentReport => ({
    users: peopleIn(places[segment].flatMap((at) => ranked.cases[at] ?? [])),
    model: meansOf(ranked.model, places[segment]),
    popularity: meansOf(ranked.popularity, places[segment]),
  });
  return { cold: report('cold'), light: report('light'), heavy: report('heavy') };
}

/** How many different people the cases ask about. */
export function peopleIn(cases: readonly EvaluationCase[]): number {
  return new Set(cases.map(({ user }) => user)).size;
}

function segmentOf(train: InteractionMatrix, row: number): Segment {
  const entries = (train.start[row + 1] as number) - (train.start[row] as number);
  if (entries < LIGHT_FROM) return 'cold';
  return entries < HEAVY_FROM ? 'light' : 'heavy';
}
