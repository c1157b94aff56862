import { type Attention, AttentionCode, type AttentionFacts, Severity, THRESHOLDS } from './attention';
import type { Destination } from './outbox';

type Rule = (facts: AttentionFacts) => Omit<Attention, 'code'> | null;

/** What needs an operator, the most urgent first. */
export function needsAttention(facts: AttentionFacts): readonly Attention[] {
  const found = Object.values(AttentionCode).flatMap((code) => {
    const attention = RULES[code](facts);
    return attention === null ? [] : [{ code, ...attention }];
  });
  return found.sort((a, b) => Number(a.severity === Severity.WARNING) - Number(b.severity === Severity.WARNING));
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const LONGEST_ERROR = 200;

const count = new Intl.NumberFormat('en');
const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

const warning = (title: string, text: string, remedy: string) => ({ severity: Severity.WARNING, title, text, remedy });
const critical = (title: string, text: string, remedy: string) => ({ severity: Severity.CRITICAL, title, text, remedy });

const RULES: Readonly<Record<AttentionCode, Rule>> = {
  NO_MODEL({ model, interactions }) {
    if (model !== null || interactions < THRESHOLDS.modelInteractions) return null;
    return warning(
      'No model is live',
      `Lists go by genres and popularity, though there are ${count.format(interactions)} interactions to learn from. Train a model.`,
      '/models',
    );
  },

  STALE_MODEL({ model, interactions, now }) {
    if (model === null) return null;
    const days = Math.floor((now.getTime() - model.createdAt.getTime()) / DAY_MS);
    const added = interactions - model.interactions;
    const hasGrown = added >= THRESHOLDS.modelInteractions && added >= THRESHOLDS.staleShare * model.interactions;
    // What has learned nothing new cannot be made better by training it again.
    const isOld = days >= THRESHOLDS.staleDays && added > 0;
    if (!hasGrown && !isOld) return null;
    const news = added > 0 ? ` and has not seen ${count.format(added)} newer interactions` : '';
    return warning('The live model is getting old', `Model ${model.id} is ${days} days old${news}. Train a new one.`, '/models');
  },

  JOB_FAILED: ({ failedJobs }) =>
    failed(
      failedJobs.filter(({ name }) => !isImport(name)),
      'jobs',
    ),
  IMPORT_FAILED: ({ failedJobs }) =>
    failed(
      failedJobs.filter(({ name }) => isImport(name)),
      'imports',
    ),

  INTAKE_FALLEN({ intake: { events, before } }) {
    if (before < THRESHOLDS.intakeEvents || events >= THRESHOLDS.intakeShare * before) return null;
    const text = `${count.format(events)} events in the last two whole hours; ${count.format(before)} in the same hours last week. See whether the front ends still send them.`;
    const title = 'Fewer events come in';
    return events < THRESHOLDS.intakeCriticalShare * before ? critical(title, text, '/keys') : warning(title, text, '/keys');
  },

  CLICK_THROUGH_FALLEN({ clicks }) {
    const { before } = clicks;
    if (Math.min(clicks.impressions, before.impressions) < THRESHOLDS.clickThroughImpressions) return null;
    const [rate, rateBefore] = [clicks.clicked / clicks.impressions, before.clicked / before.impressions];
    if (rate >= THRESHOLDS.clickThroughShare * rateBefore || !isNoChance(clicks, before)) return null;
    return warning(
      'Fewer titles are opened',
      `${percent(rate)} of the titles seen were opened in the last 24 hours; ${percent(rateBefore)} a week before. Compare the models that served.`,
      '/models',
    );
  },

  DISK_FILLING({ disk }) {
    if (disk === null || disk.bytes <= 0) return null;
    const share = disk.freeBytes / disk.bytes;
    const days = disk.grownBytesADay > 0 ? disk.freeBytes / disk.grownBytesADay : Number.POSITIVE_INFINITY;
    if (share >= THRESHOLDS.diskShare && days >= THRESHOLDS.diskDays) return null;
    const until = days < 365 ? `; at the growth of the last week it is full in ${Math.max(1, Math.floor(days))} days` : '';
    const text = `${gigabytes(disk.freeBytes)} of ${gigabytes(disk.bytes)} are free where the database is${until}. Make room, or move it to a larger disk.`;
    const isCritical = share < THRESHOLDS.diskCriticalShare || days < 1;
    return isCritical ? critical('The disk is nearly full', text, '/jobs') : warning('The disk is filling', text, '/jobs');
  },

  UNKNOWN_TITLES({ unknown }) {
    if (unknown.events < THRESHOLDS.unknownEvents) return null;
    return warning(
      'Events name unknown titles',
      `${count.format(unknown.events)} events of the last day were refused; most often ${unknown.references.join(', ')}. Import these titles or their external ids.`,
      '/imports',
    );
  },

  PARTITIONS_MISSING({ missingPartitions }) {
    if (missingPartitions.length === 0) return null;
    return critical(
      'Tables for the next days are missing',
      `${missingPartitions.join(', ')}: without them events or lists cannot be stored. Run the job "maintain".`,
      '/jobs',
    );
  },

  NUMBERS_LATE({ countedUntil, now }) {
    if (countedUntil === null) return null;
    const minutes = Math.floor((now.getTime() - countedUntil.getTime()) / MINUTE_MS);
    if (minutes < THRESHOLDS.lateMinutes) return null;
    return critical(
      'The numbers are late',
      `Events are counted up to ${minutes} minutes ago. See why the job "roll-up" does not run.`,
      '/jobs',
    );
  },

  WEBHOOK_FAILING({ webhook }) {
    if (webhook === null || webhook.failures < THRESHOLDS.webhookFailures) return null;
    return warning(
      'The alert webhook does not answer',
      `The last ${webhook.failures} messages did not arrive: ${shortly(webhook.error)} Check its address.`,
      '/?webhook=open',
    );
  },

  OUTBOX_STUCK({ outbox, now }) {
    const late = new Date(now.getTime() - THRESHOLDS.outboxMinutes * MINUTE_MS);
    const refused = outbox.find(({ setApart }) => setApart > 0);
    const stuck = refused ?? outbox.find(({ oldestAt }) => oldestAt !== null && oldestAt < late);
    if (stuck === undefined) return null;
    const name = DESTINATIONS[stuck.destination];
    const what = refused
      ? `${name} refused ${count.format(stuck.setApart)} events: `
      : `${count.format(stuck.waiting)} events wait for ${name.replace('The', 'the')}, the oldest for more than ${THRESHOLDS.outboxMinutes} minutes: `;
    return warning('Events are not passed on', `${what}${shortly(stuck.failure)} Mend that, then have them tried again.`, '/jobs');
  },
};

const DESTINATIONS: Readonly<Record<Destination, string>> = { sns: 'The topic', personalize: 'Personalize' };

const isImport = (name: string): boolean => name.startsWith('import-');

function failed(jobs: AttentionFacts['failedJobs'], page: 'jobs' | 'imports'): Omit<Attention, 'code'> | null {
  const [last] = jobs;
  if (last === undefined) return null;
  const others =
    jobs.length > 1
      ? ` Others failed too: ${jobs
          .slice(1)
          .map(({ name }) => name)
          .join(', ')}.`
      : '';
  const title = page === 'imports' ? 'An import failed' : `The job "${last.name}" failed`;
  return warning(
    title,
    `${shortly(last.error)}${others} Look at its log, then start it again.`,
    page === 'imports' ? '/imports' : `/jobs/${last.id}`,
  );
}

function shortly(error: string | null): string {
  const text = (error ?? 'It did not say why.').slice(0, LONGEST_ERROR);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

interface Clicks {
  readonly impressions: number;
  readonly clicked: number;
}

/** Whether two shares differ by more than chance would make them: the test of two proportions. */
function isNoChance(now: Clicks, before: Clicks): boolean {
  const pooled = (now.clicked + before.clicked) / (now.impressions + before.impressions);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.impressions + 1 / before.impressions));
  const difference = before.clicked / before.impressions - now.clicked / now.impressions;
  return error > 0 && difference / error > THRESHOLDS.clickThroughErrors;
}
