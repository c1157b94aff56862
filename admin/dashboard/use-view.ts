import { useSearchParams } from 'react-router-dom';
import type { MetricsInput, MetricsPeriod, TitleKind } from '../generated/dashboard';

/** What the dashboard shows; it lives in the address, so that a view can be sent to others and survives a reload. */
export interface View {
  readonly period: MetricsPeriod;
  readonly timeZone: string;
  readonly kind: TitleKind | null;
  readonly placement: string | null;
  readonly modelId: string | null;
}

const PERIODS: readonly string[] = ['DAY', 'WEEK', 'MONTH'] satisfies MetricsPeriod[];
/** Kinds that lists name. */
export const KINDS = ['MOVIE', 'SHOW', 'BOOK', 'TRACK', 'VIDEO'] as const satisfies readonly TitleKind[];

/** Time zone of this browser. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** The view that the address names, and a way to change parts of it; what is at its default is left out of the address. */
export function useView(): readonly [view: View, change: (part: Partial<View>) => void] {
  const [params, setParams] = useSearchParams();
  const period = params.get('period') ?? '';
  const view: View = {
    period: PERIODS.includes(period) ? (period as MetricsPeriod) : 'DAY',
    timeZone: isTimeZone(params.get('tz')) ?? HERE,
    kind: KINDS.find((kind) => kind === params.get('kind')) ?? null,
    placement: params.get('placement'),
    modelId: /^\d{1,15}$/.exec(params.get('model') ?? '')?.[0] ?? null,
  };
  function change(part: Partial<View>): void {
    const next = { ...view, ...part };
    setParams(
      (before) => {
        const texts = {
          period: next.period === 'DAY' ? null : next.period,
          tz: next.timeZone === HERE ? null : next.timeZone,
          kind: next.kind,
          placement: next.placement,
          model: next.modelId,
        };
        for (const [name, text] of Object.entries(texts)) {
          if (text === null) before.delete(name);
          else before.set(name, text);
        }
        return before;
      },
      { replace: true },
    );
  }
  return [view, change];
}

/** The view as the API takes it. */
export function inputOf({ period, timeZone, kind, placement, modelId }: View): MetricsInput {
  return { period, timeZone, kind, placement, modelId };
}

function isTimeZone(name: string | null): string | null {
  if (name === null) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name;
  } catch {
    return null;
  }
}
