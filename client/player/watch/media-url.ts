/** The address as one that may be played, or null: catalogues come from outside, and only what is fetched like a page is media. */
export function playableUrl(url: string | null, page: string): string | null {
  if (url === null || url === '') return null;
  try {
    const { href, protocol } = new URL(url, page);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
