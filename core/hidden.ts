import { audienceAge, CERTIFICATE_AGES } from './certificate';
import { badInput } from './errors';
import { isText } from './text';

/** Which of a person's titles to hide from blends, or to show again; what is given must all hold, and something must be given. */
export interface HiddenSelection {
  readonly titleIds?: readonly number[];
  /** Of any of these genres, without regard to case. */
  readonly genres?: readonly string[];
  /** For this age or an older one; a title without a certificate is never meant. */
  readonly certificate?: string;
  /** Watched for the first time before then. */
  readonly before?: Date;
}

const MOST_GENRES = 50;
const LONGEST_GENRE = 100;
const LAST_YEAR = 9_999;

/** Throws BAD_INPUT where nothing is chosen, and on the first field that means nothing: an empty list is refused, since it might as well mean all. */
export function checkHidden({ titleIds, genres, certificate, before }: HiddenSelection): void {
  if ([titleIds, genres, certificate, before].every((given) => given === undefined))
    throw badInput('input', 'It is not clear what to hide.', 'titleIds, genres, certificate or before');
  if (titleIds?.length === 0) throw badInput('input.titleIds', 'There are no ids.', 'at least one, or no titleIds at all');
  if (
    genres !== undefined &&
    !(genres.length > 0 && genres.length <= MOST_GENRES && genres.every((genre) => isText(genre, LONGEST_GENRE, 1)))
  )
    throw badInput('input.genres', 'The genres cannot be used.', `1 to ${MOST_GENRES} genres of 1 to ${LONGEST_GENRE} letters`);
  if (certificate !== undefined && audienceAge(certificate) === null)
    throw badInput('input.certificate', 'The certificate is not one that we know.', Object.keys(CERTIFICATE_AGES).join(', '));
  const year = before?.getUTCFullYear() ?? 1;
  if (!(year >= 1 && year <= LAST_YEAR)) throw badInput('input.before', 'before is out of range.', `a time of the years 1 to ${LAST_YEAR}`);
}

/** The certificates for this age and for older ones, in capital letters. */
export function certificatesFrom(certificate: string): readonly string[] {
  const least = audienceAge(certificate);
  return Object.keys(CERTIFICATE_AGES).filter((each) => least !== null && (audienceAge(each) ?? 0) >= least);
}
