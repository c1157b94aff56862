import { useEffect, useState } from 'react';
import { apollo } from '../api/apollo';
import { MoodOffersDocument, type MoodOffersQuery } from '../generated/documents';

/** The best offer of a title, with a link that is the viewer's own. */
export type Offer = MoodOffersQuery['titles']['nodes'][number]['offers'][number];

interface Asked {
  readonly titleIds: readonly string[];
  readonly recommendationId: string;
  readonly mood: string | null;
}

const NONE: ReadonlyMap<string, Offer> = new Map();

/** Where the titles of a list can be had, by title; what is sold out and what cannot be asked is left out. */
export function useOffers({ titleIds, recommendationId, mood }: Asked): ReadonlyMap<string, Offer> {
  const [offers, setOffers] = useState(NONE);
  const asked = titleIds.join();
  useEffect(() => {
    if (asked === '') return undefined;
    let isOver = false;
    const variables = { ids: asked.split(','), recommendationId, mood };
    apollo.query({ query: MoodOffersDocument, variables, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (!isOver && data) setOffers(new Map(data.titles.nodes.flatMap(({ id, offers }) => (isHad(offers[0]) ? [[id, offers[0]]] : []))));
      },
      // A list without prices is a list all the same.
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [asked, recommendationId, mood]);
  return offers;
}

const isHad = (offer: Offer | undefined): offer is Offer =>
  offer !== undefined && offer.availability !== 'OUT_OF_STOCK' && offer.link !== null;

/** An amount in minor units, as the language writes it. */
export function priceIn(language: string, { price, currency }: Pick<Offer, 'price' | 'currency'>): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(price / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
