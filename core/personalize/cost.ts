import { ACTIVE, type CampaignRole, CREATE_FAILED, CREATING, DELETE_PENDING, GONE, type PersonalizeResource, PLANNED } from './sync';
import type { SyncBudget } from './sync-settings';

/** What was used in the calendar month (UTC) of a moment, in the hours that Personalize bills; running trainings count as estimated. */
export interface Spent {
  readonly since: Date;
  readonly trainingHours: number;
  readonly campaignHours: number;
  /** By the prices of the budget; null without both. */
  readonly price: number | null;
}

const HOUR_MS = 3_600_000;

/** Adds up what we made; what was there before us is not ours to count. A campaign costs from the call that made it, idle or not. */
export function spentOf(rows: readonly PersonalizeResource[], budget: SyncBudget, now: Date): Spent {
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const ours = rows.filter(({ createdByUs, status }) => createdByUs || status === CREATING);
  let [trainingHours, campaignHours] = [0, 0];
  for (const row of ours) {
    if (row.kind === 'SOLUTION_VERSION' && row.intentAt !== null && row.intentAt >= since) trainingHours += trainingHoursOf(row, budget);
    if (row.kind === 'CAMPAIGN') campaignHours += periodsOf(row, now).reduce((sum, period) => sum + overlap(period, since, now), 0);
  }
  const { trainingHourPrice, campaignHourPrice } = budget;
  const hasPrices = trainingHourPrice !== null && campaignHourPrice !== null;
  const price = hasPrices ? trainingHours * trainingHourPrice + campaignHours * campaignHourPrice : null;
  return { since, trainingHours, campaignHours, price };
}

/** What a training of this campaign is expected to take: as the last one that has told, else as the budget's table says. */
export function expectedHours(rows: readonly PersonalizeResource[], role: string, budget: SyncBudget): number {
  const told = rows.filter(({ kind, logicalKey, details }) => kind === 'SOLUTION_VERSION' && logicalKey === role && details.trainingHours);
  return told.at(-1)?.details.trainingHours ?? budget.trainingEstimates[role as CampaignRole] ?? 0;
}

/** Why the budget has no room for another training or campaign; null: it has. What is announced already was counted when it was. */
export function budgetFault(rows: readonly PersonalizeResource[], row: PersonalizeResource, budget: SyncBudget, now: Date): string | null {
  if (row.status !== PLANNED) return null;
  const { trainingHours, campaignHours } = spentOf(rows, budget, now);
  if (row.kind === 'SOLUTION_VERSION') {
    const expected = expectedHours(rows, row.logicalKey, budget);
    if (trainingHours + expected <= budget.trainingHours) return null;
    return `The training for ${row.logicalKey} is expected to take ${round(expected)} h, and ${round(trainingHours)} of this month's ${round(budget.trainingHours)} training hours are used: raise the budget, or wait for the next month.`;
  }
  if (row.kind !== 'CAMPAIGN' || campaignHours + 1 <= budget.campaignHours) return null;
  return `${round(campaignHours)} of this month's ${round(budget.campaignHours)} campaign hours are used: raise the budget, or wait for the next month.`;
}

function trainingHoursOf({ details, status, logicalKey }: PersonalizeResource, budget: SyncBudget): number {
  const unknown = status === CREATE_FAILED ? 0 : budget.trainingEstimates[logicalKey as CampaignRole];
  return details.trainingHours ?? unknown ?? 0;
}

interface Period {
  readonly from: Date;
  readonly until: Date;
}

function periodsOf({ details, status, intentAt }: PersonalizeResource, now: Date): readonly Period[] {
  const past = (details.periods ?? []).map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }));
  const stands = intentAt !== null && [ACTIVE, CREATING, DELETE_PENDING, 'CREATE PENDING', 'CREATE IN_PROGRESS'].includes(status);
  return stands && status !== GONE ? [...past, { from: intentAt, until: now }] : past;
}

function overlap({ from, until }: Period, since: Date, now: Date): number {
  return Math.max(0, Math.min(until.getTime(), now.getTime()) - Math.max(from.getTime(), since.getTime())) / HOUR_MS;
}

const round = (hours: number): number => Math.round(hours * 10) / 10;
