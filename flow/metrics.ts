import { badInput } from '../core/errors';
import { isTimeZone } from '../core/local-time';
import type { CountedNumbers, MetricsInput } from '../core/metrics';
import { metricsReport } from '../core/metrics-report';
import { boundsOf, metricsWindow } from '../core/metrics-window';
import type { Db } from '../store/database';
import { readSlots } from '../store/metric-slots';

const LONGEST_PLACEMENT = 100;

/** What was counted for an input, beside the same time before. Throws BAD_INPUT for a time zone that there is not. */
export async function countedNumbers(db: Db, input: MetricsInput, now: Date): Promise<CountedNumbers> {
  checkMetricsInput(input);
  const window = metricsWindow(input.period, input.timeZone, now.getTime());
  return metricsReport(input, window, await readSlots(db, boundsOf(window), input.kind));
}

/** Throws BAD_INPUT for a time zone that there is not, and for a placement that cannot be a name. */
export function checkMetricsInput({ timeZone, placement }: MetricsInput): void {
  if (!isTimeZone(timeZone))
    throw badInput('input.timeZone', 'There is no such time zone.', 'a name of the IANA database, for example Europe/Berlin');
  if ((placement ?? '').length > LONGEST_PLACEMENT)
    throw badInput('input.placement', 'No placement has such a name.', `at most ${LONGEST_PLACEMENT} characters`);
}
