import { badInput, ErrorCode } from '../errors';
import { isText } from '../text';
import { ShopActionKind } from './action';

/** An action as a shop tells it, checked. */
export interface ReportedAction {
  /** The shop’s own name of it: told again, it changes nothing. */
  readonly id: string;
  readonly type: ShopActionKind;
  /** What stood in the link by which the person came. */
  readonly click: string;
  readonly occurredAt: Date;
}

/** What became of an action that was told. */
export interface ActionResult {
  readonly id: string | null;
  readonly status: 'ACCEPTED' | 'DUPLICATE' | 'REJECTED';
  readonly code: ErrorCode | null;
  readonly field: string | null;
  readonly message: string | null;
}

const LONGEST_ID = 200;
const LONGEST_CLICK = 100;
export const MOST_ACTIONS = 1_000;
/** Clocks differ. */
const AHEAD_MS = 300_000;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** The list of a message. Throws BAD_INPUT where it holds none. */
export function actionsIn(body: string): readonly unknown[] {
  const expected = '{ "actions": [{ "id", "type", "click", "occurredAt" }] }';
  const told = parsed(body);
  const actions = typeof told === 'object' && told !== null && 'actions' in told ? told.actions : null;
  if (!Array.isArray(actions)) throw badInput('actions', 'The body has no list of actions.', expected);
  if (actions.length > MOST_ACTIONS) throw badInput('actions', `There are ${actions.length} actions.`, `at most ${MOST_ACTIONS}`);
  return actions;
}

/** One action of a message: checked, or why it is not taken. An action without a time happened now. */
export function judgeAction(told: unknown, now: Date): ReportedAction | ActionResult {
  const { id, type, click, occurredAt } = (typeof told === 'object' && told !== null ? told : {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !isText(id, LONGEST_ID, 1))
    return rejected(null, 'id', `The id is no text of 1 to ${LONGEST_ID} characters.`);
  const kind = Object.values(ShopActionKind).find((each) => each === type);
  if (kind === undefined) return rejected(id, 'type', `The type is none of ${Object.values(ShopActionKind).join(', ')}.`);
  if (typeof click !== 'string' || !isText(click, LONGEST_CLICK, 1))
    return rejected(id, 'click', 'The click is not what stood in a link: without it nobody knows who came by whom.');
  const at = timeOf(occurredAt, now);
  if (at === null) return rejected(id, 'occurredAt', 'The time is none of ISO 8601 with an offset, or lies ahead.');
  return { id, type: kind, click, occurredAt: at };
}

/** An action that is not taken. */
export function rejected(id: string | null, field: string, message: string, code: ErrorCode = ErrorCode.BAD_INPUT): ActionResult {
  return { id, status: 'REJECTED', code, field, message };
}

function timeOf(text: unknown, now: Date): Date | null {
  if (text === undefined || text === null) return now;
  if (typeof text !== 'string' || !TIME.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at.getTime() > now.getTime() + AHEAD_MS || at.getUTCFullYear() < 2000 ? null : at;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
