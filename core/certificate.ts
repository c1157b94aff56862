/**
 * Least age of the audience that each certificate is meant for: films by the Motion Picture Association, series by the TV
 * Parental Guidelines. In order: G, TV-Y, TV-G (0); TV-Y7 (7); PG, TV-PG (10); PG-13 (13); TV-14 (14); R, TV-MA (17); NC-17 (18).
 * The guides give no age for parental guidance: 10 places it between TV-Y7 and PG-13.
 */
export const CERTIFICATE_AGES: Readonly<Record<string, number>> = {
  G: 0,
  'TV-Y': 0,
  'TV-G': 0,
  'TV-Y7': 7,
  PG: 10,
  'TV-PG': 10,
  'PG-13': 13,
  'TV-14': 14,
  R: 17,
  'TV-MA': 17,
  'NC-17': 18,
};

/** The age of a certificate, without regard to case; null when it is missing or none of the known ones. */
export function audienceAge(certificate: string | null): number | null {
  return certificate === null ? null : (CERTIFICATE_AGES[certificate.toUpperCase()] ?? null);
}
