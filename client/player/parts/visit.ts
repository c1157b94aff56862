const KEY = 'kinograph:visited';

/** Whether somebody was here before in this browser; where nothing is kept, yes: a welcome at every visit is none. */
export function wasHere(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

/** Remembers that somebody was here. */
export function keepVisit(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Nothing is kept in this browser.
  }
}
