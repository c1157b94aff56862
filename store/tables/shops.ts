import { EntitySchema } from 'typeorm';
import type { ShopTally } from '../../core/shop/action';
import type { ShopFeed } from '../../core/shop/feed';
import type { Offer } from '../../core/shop/offer';
import type { Shop } from '../../core/shop/shop';
import { bigint, defaulting, identity, integer, json, key, now, nullable, text, time, uuid } from './columns';

export const SHOPS = new EntitySchema<Shop>({
  name: 'shops',
  columns: {
    id: identity,
    name: text,
    currency: text,
    prices: defaulting(json, "'{}'"),
    clickParameter: nullable(text),
    secretNumber: defaulting(integer, 0),
    appliedFeedId: nullable(bigint),
    version: defaulting(integer, 1),
    createdAt: now,
    disabledAt: nullable(time),
  },
});

export const OFFERS = new EntitySchema<Offer & { readonly hash: string }>({
  name: 'offers',
  columns: {
    id: identity,
    shopId: bigint,
    sku: text,
    titleId: bigint,
    url: text,
    price: bigint,
    currency: text,
    region: nullable(text),
    availability: text,
    hash: text,
    updatedAt: now,
  },
  uniques: [{ name: 'offers_sku_key', columns: ['shopId', 'sku'] }],
  indices: [
    { name: 'offers_title', columns: ['titleId'] },
    { name: 'offers_shop', columns: ['shopId', 'id'] },
  ],
});

export const SHOP_FEEDS = new EntitySchema<Omit<ShopFeed, 'progress'>>({
  name: 'shop_feeds',
  columns: {
    id: identity,
    shopId: bigint,
    fileName: text,
    uploadId: bigint,
    mayRemoveMost: defaulting({ type: 'boolean' }, 'false'),
    actor: text,
    state: text,
    jobId: nullable(bigint),
    counts: nullable(json),
    problems: defaulting(json, "'[]'"),
    error: nullable(text),
    createdAt: now,
    finishedAt: nullable(time),
  },
  indices: [{ name: 'shop_feeds_shop', columns: ['shopId', 'id'] }],
});

/** Something that a person did at a shop. */
interface StoredAction {
  readonly id: number;
  readonly shopId: number;
  readonly kind: string;
  readonly offerId: number;
  readonly titleId: number;
  readonly userId: number;
  /** Of the visit that it came from, its own for a visit. */
  readonly click: string;
  /** What the shop calls it; null for a visit that was seen here. */
  readonly externalId: string | null;
  readonly recommendationId: string | null;
  readonly modelId: number | null;
  readonly mood: string | null;
  readonly price: number;
  readonly currency: string;
  /** When it was told, in UTC: `2026-11-23`. */
  readonly day: string;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
}

export const SHOP_ACTIONS = new EntitySchema<StoredAction>({
  name: 'shop_actions',
  columns: {
    id: identity,
    shopId: bigint,
    kind: text,
    offerId: bigint,
    titleId: bigint,
    userId: bigint,
    click: text,
    externalId: nullable(text),
    recommendationId: nullable(uuid),
    modelId: nullable(bigint),
    mood: nullable(text),
    price: bigint,
    currency: text,
    day: text,
    occurredAt: time,
    receivedAt: now,
  },
  uniques: [{ name: 'shop_actions_external_key', columns: ['shopId', 'externalId'] }],
  indices: [
    { name: 'shop_actions_visit', columns: ['offerId', 'userId', 'day'], unique: true, where: "kind = 'VISIT'" },
    { name: 'shop_actions_click', columns: ['click'], unique: true, where: "kind = 'VISIT'" },
    { name: 'shop_actions_user', columns: ['userId'] },
    { name: 'shop_actions_received', columns: ['receivedAt'] },
  ],
});

export const SHOP_TALLIES = new EntitySchema<ShopTally & { readonly shopId: number }>({
  name: 'shop_tallies',
  columns: { shopId: key(bigint), month: key(text), kind: key(text), price: key(bigint), currency: key(text), actions: bigint },
});
