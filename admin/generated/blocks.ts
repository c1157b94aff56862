/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What to keep out of every list, or to let in again. */
export type BlockInput = {
  /** What it names. */
  kind: BlockKind;
  /** The title, by our id or an external one; or the genre or tag, without regard to case. */
  value: string;
};

/** What a block names. */
export type BlockKind =
  /** All titles of a genre. */
  | 'GENRE'
  /** All titles with a tag. */
  | 'TAG'
  /** One title. */
  | 'TITLE';

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

/** What to keep out of every list, and why. */
export type SaveBlockInput = {
  /** What it names. */
  kind: BlockKind;
  /** Why, for other operators: up to 1,000 characters. */
  reason?: string | null | undefined;
  /** The title, by our id or an external one; or the genre or tag, without regard to case. */
  value: string;
};

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

export type BlocksQueryVariables = Exact<{ [key: string]: never; }>;


export type BlocksQuery = { blocks: Array<{ kind: BlockKind, value: string, reason: string | null, actor: string, actorName: string | null, at: string, titles: number, title: { id: string, name: string, kind: TitleKind, year: number | null } | null }> };

export type SaveBlockMutationVariables = Exact<{
  input: SaveBlockInput;
}>;


export type SaveBlockMutation = { saveBlock: { block: { kind: BlockKind, value: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RemoveBlockMutationVariables = Exact<{
  input: BlockInput;
}>;


export type RemoveBlockMutation = { removeBlock: { removed: boolean, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type BlockGenresQueryVariables = Exact<{ [key: string]: never; }>;


export type BlockGenresQuery = { genres: Array<{ genre: string }> };

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

export const BlocksDocument = new TypedDocumentString(`
    query Blocks {
  blocks {
    kind
    value
    reason
    actor
    actorName
    at
    titles
    title {
      id
      name
      kind
      year
    }
  }
}
    `) as unknown as TypedDocumentString<BlocksQuery, BlocksQueryVariables>;
export const SaveBlockDocument = new TypedDocumentString(`
    mutation SaveBlock($input: SaveBlockInput!) {
  saveBlock(input: $input) {
    block {
      kind
      value
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<SaveBlockMutation, SaveBlockMutationVariables>;
export const RemoveBlockDocument = new TypedDocumentString(`
    mutation RemoveBlock($input: BlockInput!) {
  removeBlock(input: $input) {
    removed
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveBlockMutation, RemoveBlockMutationVariables>;
export const BlockGenresDocument = new TypedDocumentString(`
    query BlockGenres {
  genres {
    genre
  }
}
    `) as unknown as TypedDocumentString<BlockGenresQuery, BlockGenresQueryVariables>;