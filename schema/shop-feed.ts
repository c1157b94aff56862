import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type FeedCounts, type FeedProblem, ShopFeedState } from '../core/shop/feed';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('FeedCounts', {
  description: 'What became of the rows: added, changed, unchanged, unknown and bad add up to all.',
  simpleResolvers: true,
})
export class FeedCountsType implements FeedCounts {
  @Field(() => Int, { description: 'Rows of the file.' })
  readonly rows: number;

  @Field(() => Int, { description: 'Offers that are new.' })
  readonly added: number;

  @Field(() => Int, { description: 'Offers of which something changed.' })
  readonly changed: number;

  @Field(() => Int, { description: 'Offers as they were; nothing was done for them.' })
  readonly unchanged: number;

  @Field(() => Int, { description: 'Rows of titles that the catalogue does not have, or has twice.' })
  readonly unknown: number;

  @Field(() => Int, { description: 'Rows that cannot be read.' })
  readonly bad: number;

  @Field(() => Int, { description: 'Offers that the file does not have any more.' })
  readonly removed: number;

  @Field(() => Int, { description: 'Offers whose row is bad: they stay as they were.' })
  readonly kept: number;
}

@ObjectType('FeedProblem', { description: 'What is wrong with a row of a file of offers.', simpleResolvers: true })
export class FeedProblemType implements FeedProblem {
  @Field(() => Int, { description: 'The line of the file, from 1.' })
  readonly row: number;

  @Field(() => String, { description: 'The column, as `importOffers` calls it; `row`: the whole row.' })
  readonly field: string;

  @Field(() => String, { description: 'What is wrong, and what would be right.' })
  readonly message: string;
}

@ObjectType('ShopFeed', { description: 'A file of offers that a shop sent.', simpleResolvers: true })
export class ShopFeedType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => ID, { description: 'The shop.' })
  readonly shopId: number;

  @Field(() => String, { description: 'The name of the file.' })
  readonly fileName: string;

  @Field(() => ShopFeedState, { description: 'Where it stands.' })
  readonly state: ShopFeedState;

  @Field(() => Float, { nullable: true, description: 'How far it is, 0 to 1.' })
  readonly progress: number | null;

  @Field(() => FeedCountsType, { nullable: true, description: 'What became of its rows; null while none of it stands.' })
  readonly counts: FeedCountsType | null;

  @Field(() => [FeedProblemType], { description: 'What is wrong with its rows, at most a thousand.' })
  readonly problems: readonly FeedProblemType[];

  @Field(() => String, { nullable: true, description: 'Why it was not taken; null: it was, or is still read.' })
  readonly error: string | null;

  @Field(() => String, { description: 'Who sent it, as it stands in the audit: operator:3 or key:7.' })
  readonly actor: string;

  @Field(() => ID, { nullable: true, description: 'The job that works with it.' })
  readonly jobId: number | null;

  @Field(() => GraphQLDateTime, { description: 'When it was sent.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken or refused.' })
  readonly finishedAt: Date | null;
}

export const ShopFeedConnection = connectionOf('ShopFeed', ShopFeedType);

@InputType({ description: 'A file of offers: everything that the shop offers now.' })
export class ImportOffersInput {
  @Field(() => ID, { description: 'The shop.' })
  readonly shopId: string;

  @Field(() => ID, {
    description:
      'The file, sent by `createUpload` for OFFERS: CSV with a header, or JSON Lines, in UTF-8; gzip may have compressed it. Columns: `sku`, `url` (https), `price` (12.99), `externalId` (imdb:tt0111161, several parted by |) or `name`, `year` and `kind`; `currency`, `region` and `availability` where they differ from the shop’s currency, everywhere and IN_STOCK.',
  })
  readonly uploadId: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the file may take away more than half of 20 offers or more; without it such a file counts as broken.',
  })
  readonly mayRemoveMost: boolean;
}

@ObjectType({ description: 'What became of a file of offers so far.', simpleResolvers: true })
export class ImportOffersPayload extends Payload {
  @Field(() => ShopFeedType, { nullable: true, description: 'The file; ask for it again to see how far it is.' })
  readonly feed: ShopFeedType | null;
}
