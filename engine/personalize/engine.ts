import { AppError, ErrorCode } from '../../core/errors';
import type { RemoteAsked, RemoteItem } from '../../core/personalize/answer';
import { pushDown } from '../../core/personalize/filter-push-down';
import { idFromPersonalize, personalizeItemId, personalizeUserId } from '../../core/personalize/ids';
import type { PersonalizeTargets } from '../../core/personalize/sync';
import { EngineName } from '../../core/recommendation';
import type { Engine, Operations } from '../engine';
import type { LocalState } from '../local/state';
import type { DataPlane } from './clients';
import { FaultKind, faultKind, faultText } from './fault';
import { remoteList } from './list';
import { rankedByAnswer, similarByAnswer } from './orders';
import { putOperations } from './put';

interface Parts {
  readonly plane: DataPlane;
  /** What there is to ask; null: nothing. */
  readonly targets: () => PersonalizeTargets | null;
  /** The catalogue, by whose rules every answer is filtered. */
  readonly state: () => LocalState;
  /** Told of every answer of a campaign. */
  readonly onAnswer?: (campaignArn: string) => void;
}

/** Personalize answers at most so many titles, and ranks at most so many. */
const MOST_RESULTS = 500;

type Question = {
  readonly asked: Exclude<RemoteAsked, 'RANKING'>;
  readonly userId?: string;
  readonly itemId?: string;
  readonly filterArn?: string;
  readonly filterValues?: Record<string, string>;
};

/**
 * Amazon Personalize behind the port. Every operation throws UNAVAILABLE for what it cannot be asked (then another engine answers, and nothing is
 * wrong), and else what the SDK throws: no answer in time, a fault over there.
 */
export function createPersonalizeEngine({ plane, targets, state, onAnswer }: Parts): Engine {
  const campaignOf = (role: RemoteAsked): string =>
    targets()?.campaigns[role] ?? cannot(`There is no campaign for ${role} in Personalize.`);

  async function ask({ asked, ...question }: Question, signal?: AbortSignal): Promise<readonly RemoteItem[]> {
    const campaignArn = campaignOf(asked);
    const { client, sdk } = await plane.runtime();
    const command = new sdk.GetRecommendationsCommand({ campaignArn, numResults: MOST_RESULTS, ...question });
    const { itemList } = await client.send(command, signalled(signal)).catch(refused);
    onAnswer?.(campaignArn);
    return itemsOf(itemList);
  }

  return {
    name: EngineName.PERSONALIZE,
    operations: {
      status: async () => ({ ready: Boolean(targets()?.campaigns.USER), modelId: null, titles: 0 }),

      async recommend({ signal, userId = null, ...request }) {
        const { filter } = request;
        if (filter.withoutHistoryOf.length > 0) cannot('Personalize knows only the whole past of a person.');
        const { columns } = state();
        const spelled = (genre: string): string | null =>
          columns.genreNames.names[columns.genreNames.codes.get(genre.toLowerCase()) ?? -1] ?? null;
        const pushed = pushDown(filter, spelled);
        const filterArn = pushed && targets()?.filters[pushed.key];
        const asked = userId === null ? 'POPULAR' : 'USER';
        const items = await ask(
          {
            asked,
            ...(userId !== null && { userId: personalizeUserId(userId) }),
            ...(pushed && filterArn && { filterArn, filterValues: pushed.values }),
          },
          signal,
        );
        const list = remoteList(state(), request, { asked, items });
        return list.own ? list : cannot('Personalize named no title that may stand in this list.');
      },

      async similar({ signal, ...request }) {
        const { columns } = state();
        const row = columns.rowOf.get(request.titleId);
        if (row === undefined) return [];
        const itemId = personalizeItemId(columns.ids[columns.listedAs[row] as number] as number);
        return similarByAnswer(state(), request, await ask({ asked: 'SIMILAR', itemId }, signal));
      },

      async rerank({ signal, userId = null, ...request }) {
        if (userId === null) cannot('Personalize puts titles in order for a person only.');
        const inputList = listedIds(state(), request.titleIds).slice(0, MOST_RESULTS).map(personalizeItemId);
        if (inputList.length === 0) cannot('None of these titles is one that Personalize knows.');
        const campaignArn = campaignOf('RANKING');
        const { client, sdk } = await plane.runtime();
        const command = new sdk.GetPersonalizedRankingCommand({ campaignArn, inputList, userId: personalizeUserId(userId) });
        const { personalizedRanking } = await client.send(command, signalled(signal)).catch(refused);
        onAnswer?.(campaignArn);
        return rankedByAnswer(state(), request, itemsOf(personalizedRanking));
      },

      ...putOperations({ plane, targets }),
    } satisfies Partial<Operations>,
  };
}

const signalled = (signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } => (signal ? { abortSignal: signal } : {});

/** Of whatever there are, those that stand in lists, each once. */
function listedIds({ columns }: LocalState, titleIds: readonly number[]): readonly number[] {
  const rows = titleIds.flatMap((id) => columns.rowOf.get(id) ?? []);
  return [...new Set(rows.map((row) => columns.ids[columns.listedAs[row] as number] as number))];
}

interface WireItem {
  readonly itemId?: string | undefined;
  readonly score?: number | undefined;
  readonly promotionName?: string | undefined;
  readonly reason?: readonly string[] | undefined;
}

/** Without what is no id of ours: somebody may have put titles of another system there. */
function itemsOf(items: readonly WireItem[] = []): readonly RemoteItem[] {
  return items.flatMap(({ itemId = '', score = null, promotionName = null, reason = [] }) => {
    const titleId = idFromPersonalize(itemId);
    return titleId === null ? [] : [{ titleId, score, promotion: promotionName, reasons: reason }];
  });
}

function cannot(message: string): never {
  throw new AppError(ErrorCode.UNAVAILABLE, message, { field: 'engine' });
}

/** A question that Personalize does not take says nothing of how it is. */
function refused(error: unknown): never {
  if (faultKind(error) === FaultKind.INVALID) cannot(`Personalize did not take the question. ${faultText(error)}`);
  throw error;
}
