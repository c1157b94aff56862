import { type CauseKind, type EngineName, known, type ReasonCode, type TitleKind } from './enums';

/** A title as lists hold it; `titleFields` brings more. */
export interface Title {
  readonly id: string;
  readonly kind: TitleKind;
  readonly name: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly seconds: number | null;
  readonly pages: number | null;
  readonly posterUrl: string;
  readonly mediaUrl: string | null;
}

/** A title that is the evidence of something. */
export interface NamedTitle {
  readonly id: string;
  readonly name: string;
}

/** Why a title stands in a list. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly genre: string | null;
  readonly contribution: number | null;
  readonly title: NamedTitle | null;
}

/** What of a title fits into `availableSeconds`; `pages` of a book, the `episode` of a show, a `playlist` that begins with a track. */
export interface Fit {
  readonly seconds: number;
  readonly pages: number | null;
  readonly episode: (NamedTitle & { readonly season: number | null; readonly number: number | null }) | null;
  readonly playlist: readonly (NamedTitle & { readonly seconds: number | null })[] | null;
}

/** One place of a list. */
export interface Recommendation<Shown extends Title = Title> {
  readonly rank: number;
  /** Comparable within one list only. */
  readonly score: number | null;
  readonly title: Shown;
  readonly reasons: readonly Reason[];
  /** There where `itemFields` asks for it; null without a time, and where nothing of the title fits. */
  readonly fit?: Partial<Fit> | null;
}

/** Why a list was sent. */
export interface Cause {
  readonly kind: CauseKind;
  readonly eventId: string | null;
  readonly title: NamedTitle | null;
}

/** A whole list, in the shape of the GraphQL API. */
export interface RecommendationList<Shown extends Title = Title> {
  /** The same for every list of this person, placement and input. */
  readonly id: string;
  /** Goes along with the events that follow from this list. */
  readonly recommendationId: string;
  readonly version: number;
  readonly engine: EngineName;
  readonly cause: Cause;
  readonly items: { readonly nodes: readonly Recommendation<Shown>[] };
}

/** For whom a list is, and what it may hold; see the type of the same name in the GraphQL schema. */
export interface RecommendationsInput {
  readonly placement?: string | null;
  readonly userId?: string | null;
  readonly kinds?: readonly Exclude<TitleKind, 'OTHER'>[] | null;
  readonly perKind?: number | null;
  readonly genres?: readonly string[] | null;
  readonly mood?: string | null;
  readonly availableSeconds?: number | null;
  readonly maxTitleSeconds?: number | null;
  readonly yearFrom?: number | null;
  readonly yearTo?: number | null;
  readonly region?: string | null;
  readonly locale?: string | null;
  readonly maxCertificate?: string | null;
  readonly excludeSeen?: boolean | null;
  readonly excludeServed?: boolean | null;
  readonly excludeTitleIds?: readonly string[] | null;
  readonly withoutHistoryOf?: readonly string[] | null;
  readonly diversity?: number | null;
  readonly explorationShare?: number | null;
  readonly seed?: number | null;
}

/** The subscription to a list, with these fields of a title and of a place besides the usual ones. */
export function listDocument(titleFields = '', itemFields = ''): string {
  const title = `title{id kind name year genres seconds pages posterUrl mediaUrl ${titleFields}}`;
  const list = `id recommendationId version engine cause{kind eventId title{id name}}items(first:$first){nodes{rank score ${title}reasons{code text genre contribution title{id name}}${itemFields}}}`;
  return `subscription($input:RecommendationsInput,$first:Int,$known:Int){recommendationsChanged(input:$input,knownVersion:$known){${list}}}`;
}

/** Reads a message of a Kinograph at `url`: unknown words become OTHER, addresses whole. Throws on what is no JSON. */
export function readMessage(text: string, url: string) {
  return JSON.parse(text, (field, value) => {
    if (WORDS.test(field)) return known(value);
    return value && url && ADDRESSES.test(field) ? new URL(value, url).href : value;
  });
}

const WORDS = /^(kind|engine|code)$/;
const ADDRESSES = /^(poster|media)Url$/;
