/** The day of a time in an import, which stands at midnight UTC where only the day is known. */
export function dayOf(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(at));
}
