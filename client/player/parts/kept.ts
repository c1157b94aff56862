/** What this browser keeps under a key; null: nothing. undefined: it keeps nothing at all for this page. */
export function keptText(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps a text for the next visit, or with null nothing any more; where that is not to be had, it lasts for as long as the page is open. */
export function keepText(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The page goes on with what it knows.
  }
}
