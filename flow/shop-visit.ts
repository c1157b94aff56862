import { randomBytes } from 'node:crypto';
import { notFound } from '../core/errors';
import { withClick } from '../core/shop/link';
import type { OpenedLink } from '../core/shop/tracked-link';
import type { Db } from '../store/database';
import { linkedOffer } from '../store/offers';
import { countVisit } from '../store/shop-actions';

const CLICK_BYTES = 16;
/** As long as it is known what a list showed; a link in an old message still leads there. */
const COUNTS_MS = 30 * 86_400_000;

interface Following {
  /** False for programs that follow links. */
  readonly isPerson: boolean;
  readonly now: Date;
}

/**
 * Where a tracked link leads: to the address of its offer and nowhere else. A person who follows it is counted, once a day, and the address then
 * tells the shop the click, where it wants to know; who the person is it never tells. Throws NOT_FOUND for an offer that is gone.
 */
export async function followLink(db: Db, link: OpenedLink, { isPerson, now }: Following): Promise<string> {
  const offer = await linkedOffer(db, link.offerId);
  if (offer === null) throw notFound('offer', 'offer');
  const { userId, madeAt } = link;
  if (!isPerson || userId === null || now.getTime() - madeAt.getTime() > COUNTS_MS) return offer.url;
  const click = await countVisit(db, { ...link, userId, click: randomBytes(CLICK_BYTES).toString('base64url'), now });
  return click === null || offer.clickParameter === null ? offer.url : withClick(offer.url, offer.clickParameter, click);
}
