import { ShopActionKind } from '../core/shop/action';
import { ShopFeedState } from '../core/shop/feed';
import { OfferAvailability } from '../core/shop/offer';
import { named } from './enums';

named(ShopActionKind, 'ShopActionKind', 'What a person did at a shop.', {
  VISIT: 'Followed a tracked link, once a person, offer and day.',
  REGISTER: 'Opened an account.',
  SUBSCRIBE: 'Subscribed.',
  BUY: 'Bought something.',
});
named(OfferAvailability, 'OfferAvailability', 'Whether an offer can be had.', {
  IN_STOCK: 'Now.',
  PREORDER: 'It can be ordered ahead.',
  OUT_OF_STOCK: 'Not now.',
});
named(ShopFeedState, 'ShopFeedState', 'Where a file of offers stands.', {
  READING: 'It waits for a worker, or is read.',
  APPLIED: 'Its offers stand.',
  REFUSED: 'Nothing of it was taken: the offers from before stand.',
  FAILED: 'It was stopped or lost its worker: the offers from before stand.',
});
