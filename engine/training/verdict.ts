import type { Verdict } from '../../core/evaluate/gate';
import type { ModelEvaluation } from '../../core/model';

/** Whether a trained model may go live by itself: what the gate said, where it was asked and may be heard. */
export function verdictOf({ promote }: { readonly promote: boolean }, evaluation: ModelEvaluation | null): Verdict {
  if (evaluation === null) return { promote: false, why: 'Not promoted: it was trained without being measured.' };
  if (!promote) return { promote: false, why: 'Not promoted: nobody asked for it.' };
  const { gate } = evaluation;
  return { promote: gate.promote, why: gate.why };
}
