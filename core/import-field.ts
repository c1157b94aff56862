/** A cell without control characters and broken surrogates, which neither JSON nor PostgreSQL can hold, and without blanks around it. */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();
}

/** A whole number in a range, written in digits; null when it is not one. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d{1,15}$/.test(text) && value >= least && value <= most ? value : null;
}

/** An http or https URL as it was written; null when it is none. */
export function webUrl(text: string): string | null {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null;
}

/** `Up (2009)` is "Up" of 2009; of `(2006–2007)` the first year counts; a name without a year keeps all its text. */
export function cutYear(text: string): { readonly name: string; readonly year: number | null } {
  const match = /^(.*\S)\s*\((\d{4})(?:\s*[-–]\s*(?:\d{4})?)?\)$/su.exec(text.trim());
  return match ? { name: match[1] ?? '', year: Number(match[2]) } : { name: text.trim(), year: null };
}
