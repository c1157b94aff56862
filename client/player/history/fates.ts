import { CHART_COLOURS } from '../../look/tokens';
import type { HistoryImportCardFragment, RowFate } from '../generated/documents';

type Counts = NonNullable<HistoryImportCardFragment['counts']>;

const [asked, , placed, leftOut, dropped, unknown] = CHART_COLOURS;

/** The baskets in their order: what is counted in each, and its colour. */
export const BASKETS = [
  { fate: 'SURE', count: 'placed', colour: placed },
  { fate: 'ASK', count: 'asked', colour: asked },
  { fate: 'UNKNOWN', count: 'unknown', colour: unknown },
  { fate: 'DROPPED', count: 'dropped', colour: dropped },
  { fate: 'LEFT_OUT', count: 'leftOut', colour: leftOut },
] as const satisfies readonly { readonly fate: RowFate; readonly count: keyof Counts; readonly colour: string }[];

/** The basket to begin with: where somebody is asked something, else what is sure. */
export const firstBasket = ({ asked }: Pick<Counts, 'asked'>): RowFate => (asked > 0 ? 'ASK' : 'SURE');
