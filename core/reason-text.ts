import { ReasonCode } from './recommendation';

/** A reason in words, for front ends that have none of their own; `title` and `genre` are its evidence where it has any. */
export function reasonText(code: ReasonCode, evidence: { readonly title: string | null; readonly genre: string | null }): string {
  switch (code) {
    case ReasonCode.BECAUSE_WATCHED:
      return evidence.title ? `Because you watched ${evidence.title}` : 'Because of what you watched';
    case ReasonCode.SIMILAR_TITLE:
      return evidence.title ? `Similar to ${evidence.title}` : 'Similar to what you watched';
    case ReasonCode.LIKED_GENRE:
      return evidence.genre ? `You like ${evidence.genre}` : 'A genre you like';
    case ReasonCode.SIMILAR_USERS:
      return 'People with your taste liked it';
    case ReasonCode.TRENDING:
      return 'Trending now';
    case ReasonCode.POPULAR:
      return 'Popular';
    case ReasonCode.MOOD_MATCH:
      return 'Fits your mood';
    case ReasonCode.FITS_TIME:
      return 'Fits your free time';
    case ReasonCode.GROUP_COMPROMISE:
      return 'Something for everyone';
    case ReasonCode.EDITORIAL:
      return 'Chosen by the editors';
    case ReasonCode.EXPLORATION:
      return 'Something new';
    case ReasonCode.FALLBACK:
      return 'You may not know it yet';
  }
}
