import { type Asked, askedBy } from '../../core/aws/campaign';
import { invalidInput } from '../../core/aws/error';
import type { GetRanking } from '../../core/aws/get-recommendations';
import { checkMetadataColumns, metadataOf, withShares } from '../../core/aws/predicted';
import type { AwsCall } from './call';
import { titlePass } from './filter';
import { personNamed, titlesNamed, titlesToTell } from './names';
import { placementInput } from './recommendations';

const MOST_WITH_METADATA = 50;

/**
 * GetPersonalizedRanking: every item that passes, each once, best first; those that nobody knows come last, as they came and without a
 * score. A campaign is any placement: what it leaves out counts for lists only.
 */
export async function getRanking(call: AwsCall, body: GetRanking) {
  const { inputList, filterArn, filterValues, context } = body;
  const columns = body.metadataColumns?.ITEMS ?? [];
  checkMetadataColumns(columns);
  if (columns.length > 0 && inputList.length > MOST_WITH_METADATA)
    throw invalidInput('inputList', `With metadataColumns it came with ${inputList.length} items.`, `at most ${MOST_WITH_METADATA}`);
  if (context !== undefined && Object.keys(context).length > 0) throw invalidInput('context', 'A ranking takes none.', 'no context');
  await requireRanking(call, askedBy(body.campaignArn, 'campaignArn'));
  const [userId, found] = await Promise.all([personNamed(call, body.userId), titlesNamed(call, inputList, 'inputList')]);
  const pass = await titlePass(call, { filterArn, filterValues, userId, currentTitleId: null });
  const titleIds = found.filter((id): id is number => id !== null && (pass === null || pass(id)));
  const answer = await call.house.recommender.rerank({ userId, titleIds });
  const ranked = withShares(answer.top(titleIds.length));
  const told = await titlesToTell(call, titleIds);
  const known = ranked.flatMap(({ titleId, share }) => {
    const named = told.get(titleId);
    const at = found.indexOf(titleId);
    if (named === undefined) return [];
    const metadata = columns.length > 0 && { metadata: metadataOf(named, columns) };
    // An item goes back by the name that it came by.
    return { itemId: inputList[at] ?? named.name, ...(share !== null && { score: share }), ...metadata };
  });
  const unknown = [...new Set(inputList.filter((_, at) => found[at] === null))].map((itemId) => ({ itemId }));
  return { personalizedRanking: [...known, ...unknown], recommendationId: answer.recommendationId };
}

async function requireRanking(call: AwsCall, asked: Asked): Promise<void> {
  if (asked.kind !== 'rank' && asked.kind !== 'list')
    throw invalidInput('campaignArn', 'This recipe does not put given items in order.', 'aws-personalized-ranking-v2, or a campaign');
  if (asked.kind === 'list' && asked.placement !== null) await placementInput(call, asked.placement);
}
