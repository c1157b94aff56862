/** A filter that stands in Personalize: what a request asks by it comes as values of its parameters. */
export interface FixedFilter {
  /** What it is to us. */
  readonly key: FilterKey;
  readonly expression: string;
}

export type FilterKey = 'open' | 'genres';

// An EXCLUDE whose parameter is left out is skipped, so one filter serves every mixture of these. What a year is not known of is
// not left out here: the rules that are applied afterwards do that.
const EXCLUDES = [
  'EXCLUDE ItemID WHERE Items.KIND IN ($OTHER_KINDS)',
  'EXCLUDE ItemID WHERE Items.YEAR < $YEAR_FROM',
  'EXCLUDE ItemID WHERE Items.YEAR > $YEAR_TO',
  'EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ($SEEN)',
].join(' | ');

/**
 * The filters that every dataset group of ours has. Two, because all parameters of an INCLUDE must be given; nine fields together, where a
 * group may have ten in one filter and twenty in all.
 */
export const FIXED_FILTERS: readonly FixedFilter[] = [
  { key: 'open', expression: EXCLUDES },
  { key: 'genres', expression: `INCLUDE ItemID WHERE Items.GENRES IN ($GENRES) | ${EXCLUDES}` },
];
