/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What an action costs a shop. */
export type ActionPriceInput = {
  /** The action. */
  action: ShopActionKind;
  /** Its price in minor units of the shop’s currency. */
  price: number;
};

/** What went wrong. */
export type ErrorCode =
  /** The GraphQL document does not parse or does not fit the schema. */
  | 'BAD_DOCUMENT'
  /** A value is missing, malformed or out of range. */
  | 'BAD_INPUT'
  /** The row was changed since it was read, or its state does not allow the change. */
  | 'CONFLICT'
  /** The credential does not carry this right. */
  | 'FORBIDDEN'
  /** A fault of the server; the message holds the id under which it was logged. */
  | 'INTERNAL'
  /** There is no such row, or it is not the caller’s to see. */
  | 'NOT_FOUND'
  /** Too many requests, sockets or subscriptions; try again later. */
  | 'RATE_LIMITED'
  /** The request is larger, deeper or dearer than this server answers. */
  | 'TOO_LARGE'
  /** No credential, or one that is expired, revoked or wrong. */
  | 'UNAUTHENTICATED'
  /** Something that the answer needs is not there right now. */
  | 'UNAVAILABLE';

/** A file of offers: everything that the shop offers now. */
export type ImportOffersInput = {
  /** Whether the file may take away more than half of 20 offers or more; without it such a file counts as broken. */
  mayRemoveMost?: boolean;
  /** The shop. */
  shopId: string;
  /** The file, sent by `createUpload` for OFFERS: CSV with a header, or JSON Lines, in UTF-8; gzip may have compressed it. Columns: `sku`, `url` (https), `price` (12.99), `externalId` (imdb:tt0111161, several parted by |) or `name`, `year` and `kind`; `currency`, `region` and `availability` where they differ from the shop’s currency, everywhere and IN_STOCK. */
  uploadId: string;
};

/** Whether an offer can be had. */
export type OfferAvailability =
  /** Now. */
  | 'IN_STOCK'
  /** Not now. */
  | 'OUT_OF_STOCK'
  /** It can be ordered ahead. */
  | 'PREORDER';

/** A shop to be made, or one to be changed: then what is left out stays. */
export type SaveShopInput = {
  /** The parameter that names a click in its links; null: none. A new one begins with kg_click. */
  clickParameter?: string | null | undefined;
  /** The currency of what it owes, ISO 4217 in capitals; a new one needs it. */
  currency?: string | null | undefined;
  /** True shows nothing of it any more; false opens it again. */
  disabled?: boolean | null | undefined;
  /** The shop to change; none: a new one. */
  id?: string | null | undefined;
  /** What it is called, 1 to 200 characters; a new one needs it. */
  name?: string | null | undefined;
  /** What actions cost from now on, in the place of all prices before; what is left out is free. */
  prices?: Array<ActionPriceInput> | null | undefined;
  /** The version it was read at; needed with an id. */
  version?: number | null | undefined;
};

/** What a person did at a shop. */
export type ShopActionKind =
  /** Bought something. */
  | 'BUY'
  /** Opened an account. */
  | 'REGISTER'
  /** Subscribed. */
  | 'SUBSCRIBE'
  /** Followed a tracked link, once a person, offer and day. */
  | 'VISIT';

/** Where a file of offers stands. */
export type ShopFeedState =
  /** Its offers stand. */
  | 'APPLIED'
  /** It was stopped or lost its worker: the offers from before stand. */
  | 'FAILED'
  /** It waits for a worker, or is read. */
  | 'READING'
  /** Nothing of it was taken: the offers from before stand. */
  | 'REFUSED';

/** What a title is. */
export type TitleKind =
  /** A book, measured in pages. */
  | 'BOOK'
  /** One episode of a show; events go to the episode. */
  | 'EPISODE'
  /** A film. */
  | 'MOVIE'
  /** A series; lists name the show, never its episodes. */
  | 'SHOW'
  /** A piece of music. */
  | 'TRACK'
  /** A clip or any other video. */
  | 'VIDEO';

export type ShopRowFragment = { id: string, name: string, currency: string, clickParameter: string | null, hasSecret: boolean, disabledAt: string | null, createdAt: string, version: number, prices: Array<{ action: ShopActionKind, price: number }> };

export type ShopsQueryVariables = Exact<{
  search?: string | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type ShopsQuery = { shops: { totalCount: number | null, nodes: Array<{ id: string, name: string, currency: string, clickParameter: string | null, hasSecret: boolean, disabledAt: string | null, createdAt: string, version: number, prices: Array<{ action: ShopActionKind, price: number }> }>, pageInfo: { hasNextPage: boolean } } };

export type ShopQueryVariables = Exact<{
  id: string;
}>;


export type ShopQuery = { shop: { id: string, name: string, currency: string, clickParameter: string | null, hasSecret: boolean, disabledAt: string | null, createdAt: string, version: number, prices: Array<{ action: ShopActionKind, price: number }> } | null };

export type SaveShopMutationVariables = Exact<{
  input: SaveShopInput;
}>;


export type SaveShopMutation = { saveShop: { shop: { id: string, name: string, currency: string, clickParameter: string | null, hasSecret: boolean, disabledAt: string | null, createdAt: string, version: number, prices: Array<{ action: ShopActionKind, price: number }> } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RenewShopSecretMutationVariables = Exact<{
  shopId: string;
}>;


export type RenewShopSecretMutation = { renewShopSecret: { secret: string | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ImportOffersMutationVariables = Exact<{
  input: ImportOffersInput;
}>;


export type ImportOffersMutation = { importOffers: { feed: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ExportShopBillMutationVariables = Exact<{
  shopId: string;
  month: string;
}>;


export type ExportShopBillMutation = { exportShopBill: { download: { url: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ShopFeedsQueryVariables = Exact<{
  id: string;
}>;


export type ShopFeedsQuery = { shop: { feeds: { nodes: Array<{ id: string, fileName: string, state: ShopFeedState, progress: number | null, error: string | null, createdAt: string, counts: { rows: number, added: number, changed: number, unchanged: number, removed: number, kept: number, unknown: number, bad: number } | null, problems: Array<{ row: number, field: string, message: string }> }>, pageInfo: { hasNextPage: boolean } } } | null };

export type ShopOffersQueryVariables = Exact<{
  id: string;
  search?: string | null | undefined;
  first: number;
  offset: number;
}>;


export type ShopOffersQuery = { shop: { offers: { totalCount: number | null, nodes: Array<{ id: string, sku: string, url: string, price: number, currency: string, region: string | null, availability: OfferAvailability, updatedAt: string, title: { id: string, name: string, kind: TitleKind, year: number | null } | null }>, pageInfo: { hasNextPage: boolean } } } | null };

export type ShopActionsQueryVariables = Exact<{
  shopId: string;
}>;


export type ShopActionsQuery = { shopActions: { actions: number, people: number, byKind: Array<{ kind: ShopActionKind, actions: number, people: number }>, byModel: Array<{ modelId: string | null, actions: number, people: number, perPerson: number | null }>, byMood: Array<{ mood: string | null, actions: number, people: number, perPerson: number | null }> } };

export type TitleOffersQueryVariables = Exact<{
  id: string;
}>;


export type TitleOffersQuery = { title: { offers: Array<{ id: string, shopId: string, shopName: string, price: number, currency: string, region: string | null, availability: OfferAvailability }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ShopRowFragmentDoc = new TypedDocumentString(`
    fragment ShopRow on Shop {
  id
  name
  currency
  prices {
    action
    price
  }
  clickParameter
  hasSecret
  disabledAt
  createdAt
  version
}
    `, {"fragmentName":"ShopRow"}) as unknown as TypedDocumentString<ShopRowFragment, unknown>;
export const ShopsDocument = new TypedDocumentString(`
    query Shops($search: String, $first: Int!, $offset: Int) {
  shops(search: $search, first: $first, offset: $offset) {
    nodes {
      ...ShopRow
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment ShopRow on Shop {
  id
  name
  currency
  prices {
    action
    price
  }
  clickParameter
  hasSecret
  disabledAt
  createdAt
  version
}`) as unknown as TypedDocumentString<ShopsQuery, ShopsQueryVariables>;
export const ShopDocument = new TypedDocumentString(`
    query Shop($id: ID!) {
  shop(id: $id) {
    ...ShopRow
  }
}
    fragment ShopRow on Shop {
  id
  name
  currency
  prices {
    action
    price
  }
  clickParameter
  hasSecret
  disabledAt
  createdAt
  version
}`) as unknown as TypedDocumentString<ShopQuery, ShopQueryVariables>;
export const SaveShopDocument = new TypedDocumentString(`
    mutation SaveShop($input: SaveShopInput!) {
  saveShop(input: $input) {
    shop {
      ...ShopRow
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment ShopRow on Shop {
  id
  name
  currency
  prices {
    action
    price
  }
  clickParameter
  hasSecret
  disabledAt
  createdAt
  version
}`) as unknown as TypedDocumentString<SaveShopMutation, SaveShopMutationVariables>;
export const RenewShopSecretDocument = new TypedDocumentString(`
    mutation RenewShopSecret($shopId: ID!) {
  renewShopSecret(shopId: $shopId) {
    secret
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<RenewShopSecretMutation, RenewShopSecretMutationVariables>;
export const ImportOffersDocument = new TypedDocumentString(`
    mutation ImportOffers($input: ImportOffersInput!) {
  importOffers(input: $input) {
    feed {
      id
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ImportOffersMutation, ImportOffersMutationVariables>;
export const ExportShopBillDocument = new TypedDocumentString(`
    mutation ExportShopBill($shopId: ID!, $month: String!) {
  exportShopBill(shopId: $shopId, month: $month) {
    download {
      url
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ExportShopBillMutation, ExportShopBillMutationVariables>;
export const ShopFeedsDocument = new TypedDocumentString(`
    query ShopFeeds($id: ID!) {
  shop(id: $id) {
    feeds(first: 10) {
      nodes {
        id
        fileName
        state
        progress
        error
        createdAt
        counts {
          rows
          added
          changed
          unchanged
          removed
          kept
          unknown
          bad
        }
        problems {
          row
          field
          message
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ShopFeedsQuery, ShopFeedsQueryVariables>;
export const ShopOffersDocument = new TypedDocumentString(`
    query ShopOffers($id: ID!, $search: String, $first: Int!, $offset: Int!) {
  shop(id: $id) {
    offers(search: $search, first: $first, offset: $offset) {
      nodes {
        id
        sku
        url
        price
        currency
        region
        availability
        updatedAt
        title {
          id
          name
          kind
          year
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<ShopOffersQuery, ShopOffersQueryVariables>;
export const ShopActionsDocument = new TypedDocumentString(`
    query ShopActions($shopId: ID!) {
  shopActions(input: {shopId: $shopId, days: 30}) {
    actions
    people
    byKind {
      kind
      actions
      people
    }
    byModel {
      modelId
      actions
      people
      perPerson
    }
    byMood {
      mood
      actions
      people
      perPerson
    }
  }
}
    `) as unknown as TypedDocumentString<ShopActionsQuery, ShopActionsQueryVariables>;
export const TitleOffersDocument = new TypedDocumentString(`
    query TitleOffers($id: ID!) {
  title(id: $id) {
    offers(first: 50) {
      id
      shopId
      shopName
      price
      currency
      region
      availability
    }
  }
}
    `) as unknown as TypedDocumentString<TitleOffersQuery, TitleOffersQueryVariables>;