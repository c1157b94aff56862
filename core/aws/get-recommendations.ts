import { list, object, optional, text, texts, whole } from './shape';

const ID = text(256);
const ARN = text(256);
const FILTER_VALUES = texts(25, { key: /^[A-Za-z0-9_]{1,50}$/, value: 1_000 });
const CONTEXT = texts(150, { key: /^[A-Za-z\d_]{1,150}$/, value: 1_000 });
const METADATA_COLUMNS = object({ ITEMS: optional(list(text(63), 10)) });

/** GetRecommendations of Amazon Personalize Runtime. */
export const GET_RECOMMENDATIONS = object({
  campaignArn: optional(ARN),
  recommenderArn: optional(ARN),
  userId: optional(ID),
  itemId: optional(ID),
  numResults: optional(whole(0, 500)),
  context: optional(CONTEXT),
  filterArn: optional(ARN),
  filterValues: optional(FILTER_VALUES),
  promotions: optional(
    list(
      object({
        name: optional(text(63)),
        percentPromotedItems: optional(whole(1, 100)),
        filterArn: ARN,
        filterValues: optional(FILTER_VALUES),
      }),
      1,
      0,
    ),
  ),
  metadataColumns: optional(METADATA_COLUMNS),
});

export type GetRecommendations = ReturnType<typeof GET_RECOMMENDATIONS>;

/** GetPersonalizedRanking of Amazon Personalize Runtime. */
export const GET_RANKING = object({
  campaignArn: ARN,
  inputList: list(ID, 500),
  userId: ID,
  context: optional(CONTEXT),
  filterArn: optional(ARN),
  filterValues: optional(FILTER_VALUES),
  metadataColumns: optional(METADATA_COLUMNS),
});

export type GetRanking = ReturnType<typeof GET_RANKING>;
