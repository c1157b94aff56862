import { useWords } from '../words/language';
import type { Offer } from './offers';
import { priceIn } from './offers';
import css from './place.module.css';

/** Leads to where a title can be had, in a page of its own. */
export function OfferLink({ offer }: { readonly offer: Offer }) {
  const { t, language } = useWords();
  const words = { price: priceIn(language, offer), shop: offer.shopName };
  return (
    <a className={css.offer} href={offer.link ?? undefined} target="_blank" rel="noopener">
      {t(offer.availability === 'PREORDER' ? 'offer.preorder' : 'offer.at', words)}
    </a>
  );
}
