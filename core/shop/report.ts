import { badInput } from '../errors';
import type { ShopActionKind } from './action';

/** How many people did how much, of those whom a model or mood sent to shops. */
export interface ActionGroup {
  readonly actions: number;
  /** Different people who did something. */
  readonly people: number;
  /** Different people whom it showed a list, whether they did anything or not; null where that is not counted. */
  readonly peopleShown: number | null;
}

/** Actions of people at shops: the measure of recommendations that earn. */
export interface ActionReport extends ActionGroup {
  readonly since: Date;
  readonly until: Date;
  readonly byKind: readonly (ActionGroup & { readonly kind: ShopActionKind })[];
  /** Null: no list led there, or none that is known any more. */
  readonly byModel: readonly (ActionGroup & { readonly modelId: number | null })[];
  /** Null: no mood was asked for. */
  readonly byMood: readonly (ActionGroup & { readonly mood: string | null })[];
}

/** Lists that were shown are kept for so long. */
const MOST_DAYS = 30;
const DAY_MS = 86_400_000;
const MONTH = /^2\d{3}-(0[1-9]|1[0-2])$/;

/** The time that a report is of. Throws BAD_INPUT on `input.days`. */
export function reportTime(days: number, now: Date): { readonly since: Date; readonly until: Date } {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw badInput('input.days', `days came as ${days}.`, `a whole number from 1 to ${MOST_DAYS}`);
  return { since: new Date(now.getTime() - days * DAY_MS), until: now };
}

/** Throws BAD_INPUT on `month` for a text that is no month. */
export function checkMonth(month: string): string {
  if (MONTH.test(month)) return month;
  throw badInput('month', 'This is no month.', 'a year and a month, for example 2026-11');
}

/** Actions a person: of those shown something where that is known, else of those who acted; null where there is nobody. */
export function actionsPerPerson({ actions, people, peopleShown }: ActionGroup): number | null {
  const of = peopleShown ?? people;
  return of === 0 ? null : actions / of;
}
