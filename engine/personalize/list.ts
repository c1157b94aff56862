import { type RemoteAsked, type RemoteItem, remoteReason } from '../../core/personalize/answer';
import { type Reason, ReasonCode } from '../../core/recommendation';
import type { EngineList, Ranked } from '../engine';
import { choiceOf, type ListRequest } from '../local/choice';
import { listFor } from '../local/list';
import { readPerson } from '../local/reading';
import type { LocalState } from '../local/state';

/** An answer of Personalize, best first. */
export interface RemoteAnswer {
  readonly asked: RemoteAsked;
  readonly items: readonly RemoteItem[];
}

/** These are ours to know, whoever ranked the title. */
const KEPT_REASONS: ReadonlySet<ReasonCode> = new Set([ReasonCode.FITS_TIME, ReasonCode.MOOD_MATCH]);
const FALLBACK: Reason = { code: ReasonCode.FALLBACK, titleId: null, genre: null, contribution: null };

/**
 * A list of the titles that Personalize ranked: what may not stand in it by the local engine's own rules is left out, and behind the last of
 * them follow the local engine's, said with FALLBACK, so that the list is as long as a local one. Places of exploration are those of Personalize.
 */
export function remoteList(state: LocalState, request: ListRequest, answer: RemoteAnswer): EngineList {
  const plain = { ...request, filter: { ...request.filter, explorationShare: 0 } };
  const local = listFor(state, plain);
  const choice = choiceOf(state, readPerson(state, plain.person, plain.now), plain);
  const said = standing(state, answer.items);
  const own = passing(state, plain, { mask: choice.mask(), items: said.values() });
  const isOwn = new Set(own.map(({ titleId }) => titleId));
  const isMoodless = plain.filter.mood !== undefined && choice.mood === null;
  return {
    modelId: null,
    own: own.length,
    length: Math.max(own.length, local.length),
    top(count) {
      const most = Math.min(count, plain.count);
      return most <= own.length
        ? own.slice(0, most)
        : filled(state, { own, rest: local.top(plain.count), perKind: plain.filter.perKind }, most);
    },
    explain(titleId) {
      const ours = local.explain(titleId);
      const item = isOwn.has(titleId) ? said.get(titleId) : undefined;
      if (item === undefined) return [FALLBACK, ...ours.filter(({ code }) => code !== ReasonCode.FALLBACK)];
      const kept = ours.filter(({ code }) => KEPT_REASONS.has(code)).map((reason) => ({ ...reason, contribution: null }));
      return [remoteReason(item, answer.asked), ...kept, ...(isMoodless ? [FALLBACK] : [])];
    },
    fit: local.fit,
  };
}

/** The items that the catalogue knows, best first, by the title that stands for each in lists. */
export function standing({ columns }: LocalState, items: readonly RemoteItem[]): ReadonlyMap<number, RemoteItem> {
  const known = new Map<number, RemoteItem>();
  for (const item of items) {
    const row = columns.rowOf.get(item.titleId);
    const titleId = row === undefined ? null : (columns.ids[columns.listedAs[row] as number] as number);
    if (titleId !== null && !known.has(titleId)) known.set(titleId, { ...item, titleId });
  }
  return known;
}

/** The items that may stand in the list, in their order. */
function passing(
  { columns }: LocalState,
  { filter, count }: ListRequest,
  { mask, items }: { readonly mask: Uint8Array; readonly items: Iterable<RemoteItem> },
): readonly Ranked[] {
  const taken = new Map<number, number>();
  const own: Ranked[] = [];
  for (const { titleId, score } of items) {
    const row = columns.rowOf.get(titleId) as number;
    if (own.length === count) return own;
    if (mask[row] !== 1) continue;
    const kind = columns.kind[row] as number;
    const before = taken.get(kind) ?? 0;
    if (before >= (filter.perKind ?? Number.POSITIVE_INFINITY)) continue;
    taken.set(kind, before + 1);
    own.push({ titleId, score });
  }
  return own;
}

interface Filling {
  readonly own: readonly Ranked[];
  readonly rest: readonly Ranked[];
  readonly perKind: number | undefined;
}

/** Scores of two engines cannot be compared: those that follow have none. */
function filled({ columns }: LocalState, { own, rest, perKind = Number.POSITIVE_INFINITY }: Filling, most: number): readonly Ranked[] {
  const kindOf = (titleId: number): number => columns.kind[columns.rowOf.get(titleId) ?? -1] ?? -1;
  const taken = new Map<number, number>();
  const placed = new Set<number>();
  const items: Ranked[] = [];
  for (const item of [...own, ...rest.map(({ titleId }) => ({ titleId, score: null }))]) {
    const before = taken.get(kindOf(item.titleId)) ?? 0;
    if (items.length === most) return items;
    if (placed.has(item.titleId) || before >= perKind) continue;
    placed.add(item.titleId);
    taken.set(kindOf(item.titleId), before + 1);
    items.push(item);
  }
  return items;
}
