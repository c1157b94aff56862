import { createHash, randomUUID } from 'node:crypto';
import { type Asked, askedBy } from '../../core/aws/campaign';
import { filterOfContext } from '../../core/aws/context';
import { AwsError, invalidInput } from '../../core/aws/error';
import type { GetRecommendations } from '../../core/aws/get-recommendations';
import { checkMetadataColumns, metadataOf, withPromotions, withShares } from '../../core/aws/predicted';
import { seeded } from '../../core/random';
import type { ListFilter } from '../../core/recommendation';
import { MOST_ITEMS, type RankedAnswer } from '../../flow/recommend';
import { placementsList } from '../../store/placements';
import type { AwsCall } from './call';
import { leftOut, titlePass } from './filter';
import { personNamed, titlesNamed, titlesToTell } from './names';

/** A place of an answer. */
interface Item {
  readonly titleId: number;
  /** Null where no model scored it. */
  readonly score: number | null;
  readonly explored?: boolean;
  readonly propensity?: number;
}

/** What GetRecommendations is asked for, with our ids. */
interface Request {
  readonly asked: Asked;
  readonly userId: number | null;
  readonly titleId: number | null;
  readonly context: Partial<ListFilter>;
  readonly most: number;
}

const DEFAULT_RESULTS = 25;
const MOST_WITH_METADATA = 50;

/** GetRecommendations. Throws AwsError and what a list of ours throws. */
export async function getRecommendations(call: AwsCall, body: GetRecommendations) {
  const columns = body.metadataColumns?.ITEMS ?? [];
  checkMetadataColumns(columns);
  const request = await requestOf(call, body, columns.length > 0 ? MOST_WITH_METADATA : MOST_ITEMS);
  const list = await listOf(call, request, body);
  const promotion = body.promotions?.[0];
  const promoted = promotion === undefined ? null : await listOf(call, request, promotion);
  const mingled = withPromotions(list.items, promoted?.items ?? [], {
    most: request.most,
    share: promotion?.percentPromotedItems ?? 0,
    random: seeded(seedOf(list.recommendationId)),
    idOf: ({ titleId }) => titleId,
  });
  const shown = withShares(mingled.map(({ item, isPromoted }) => ({ ...item, isPromoted })));
  if (list.answer !== null) record(call, list.answer, shown);
  const told = await titlesToTell(
    call,
    shown.map(({ titleId }) => titleId),
  );
  const itemList = shown.flatMap(({ titleId, share, explored, isPromoted }) => {
    const found = told.get(titleId);
    if (found === undefined) return [];
    return {
      itemId: found.name,
      ...(share !== null && { score: share }),
      ...(isPromoted && promotion?.name !== undefined && { promotionName: promotion.name }),
      ...(columns.length > 0 && { metadata: metadataOf(found, columns) }),
      ...(explored && { reason: ['Exploration'] }),
    };
  });
  return { itemList, recommendationId: list.recommendationId };
}

async function requestOf(call: AwsCall, body: GetRecommendations, mostResults: number): Promise<Request> {
  const { campaignArn, recommenderArn, userId, itemId, numResults = 0, context = {} } = body;
  if ((campaignArn === undefined) === (recommenderArn === undefined))
    throw invalidInput('campaignArn', 'One of campaignArn and recommenderArn must be given.', 'campaignArn alone');
  const asked = askedBy(campaignArn ?? recommenderArn ?? '', campaignArn === undefined ? 'recommenderArn' : 'campaignArn');
  if (asked.kind === 'rank') throw invalidInput('campaignArn', 'This recipe puts given items in order.', 'GetPersonalizedRanking');
  if (numResults > mostResults)
    throw invalidInput('numResults', `With metadataColumns it came as ${numResults}.`, `at most ${mostResults}`);
  if (asked.kind === 'similar' && itemId === undefined) throw invalidInput('itemId', 'Similar items need one.', 'an item');
  const isOfNobody = asked.kind === 'list' && asked.placement === null && userId === undefined;
  if (isOfNobody) throw invalidInput('userId', 'Recommendations for a user need one.', 'a user');
  const fields = filterOfContext(context);
  if (asked.kind !== 'list' && Object.keys(fields).length > 0)
    throw invalidInput('context', 'This recipe takes none.', 'a recipe for users, or a campaign');
  const [titleId = null] = itemId === undefined ? [] : await titlesNamed(call, [itemId], 'itemId');
  // A campaign that is asked about an item answers with similar ones; an item that nobody knows is as similar to one as to another.
  const about: Asked = asked.kind === 'list' && itemId !== undefined ? { kind: 'similar' } : asked;
  if (asked.kind === 'list') await requireThere(call, asked, about !== asked);
  return {
    asked: about.kind === 'similar' && titleId === null ? { kind: 'popular' } : about,
    userId: userId === undefined ? null : await personNamed(call, userId),
    titleId,
    context: fields,
    most: numResults || Math.min(DEFAULT_RESULTS, mostResults),
  };
}

/** A placement that is asked for a list is missed by the list itself. */
async function requireThere(call: AwsCall, { placement, modelId }: Extract<Asked, { kind: 'list' }>, isAboutItem: boolean): Promise<void> {
  if (modelId !== null && call.house.recommender.local.state().modelId !== modelId)
    throw new AwsError('ResourceNotFoundException', 'campaignArn: This model is not the live one.');
  if (isAboutItem && placement !== null) await placementInput(call, placement);
}

/** What a placement leaves out by itself. Throws ResourceNotFoundException. */
export async function placementInput({ house }: AwsCall, name: string): Promise<Partial<ListFilter>> {
  const found = (await placementsList(house.database.db)).find((placement) => placement.name === name);
  if (found === undefined)
    throw new AwsError('ResourceNotFoundException', 'campaignArn: There is no such campaign: no placement has this name.');
  return found.input;
}

interface Filtered {
  readonly filterArn?: string | undefined;
  readonly filterValues?: Readonly<Record<string, string>> | undefined;
}

interface List {
  readonly items: readonly Item[];
  readonly recommendationId: string;
  /** Of a person's list, to be recorded as served. */
  readonly answer: RankedAnswer | null;
}

async function listOf(
  call: AwsCall,
  { asked, userId, titleId, context, most }: Request,
  { filterArn, filterValues }: Filtered,
): Promise<List> {
  const { lists, recommender } = call.house;
  const currentTitleId = asked.kind === 'similar' ? titleId : null;
  const pass = await titlePass(call, { filterArn, filterValues, userId, currentTitleId });
  const excludeTitleIds = leftOut(call, pass);
  if (asked.kind === 'list') {
    const also = pass === null || asked.placement === null ? [] : ((await placementInput(call, asked.placement)).excludeTitleIds ?? []);
    const filter = { ...context, ...(pass !== null && { excludeTitleIds: [...excludeTitleIds, ...also] }) };
    const answer = await recommender.recommend({ userId, placement: asked.placement, filter });
    return { items: answer.top(most), recommendationId: answer.recommendationId, answer };
  }
  const ids = await idsOf(asked);
  return { items: ids.slice(0, most).map((id) => ({ titleId: id, score: null })), recommendationId: randomUUID(), answer: null };

  async function idsOf({ kind }: Asked): Promise<readonly number[]> {
    if (kind === 'popular') return lists.popular({ filter: { excludeTitleIds }, first: most });
    if (kind === 'trending') return lists.trending({ ...TREND, filter: { excludeTitleIds }, first: most });
    const near = (await lists.similar(titleId ?? 0, pass === null ? most : MOST_ITEMS)).map((each) => each.titleId);
    return pass === null ? near : near.filter(pass);
  }
}

/** As `trending` of the GraphQL API by default. */
const TREND = { windowHours: 168, halfLifeHours: 24 };

/** The same places for the same answer, and others for the next. */
function seedOf(recommendationId: string): number {
  return createHash('sha256').update(recommendationId).digest().readInt32LE();
}

function record({ house }: AwsCall, answer: RankedAnswer, titles: readonly Item[]): void {
  const { servedAt, recommendationId, userId, placement, engine, modelId } = answer;
  house.recommender.served.add({ servedAt, recommendationId, userId, placement, engine, modelId, variant: null, from: 0, titles });
}
