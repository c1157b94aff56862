/** A title that is on screen, and the list that it stands in. */
export interface Shown {
  readonly titleId: string;
  readonly recommendationId?: string | null | undefined;
}

export interface Impressions {
  /** Counts `shown` once when half of the element has been in view for a second. Returns stop. */
  watch(element: Element, shown: Shown): () => void;
  /** The page is seen again, or no longer. */
  turn(): void;
  /** Tells at once what was gathered. */
  flush(): void;
  close(): void;
}

type Timer = ReturnType<typeof setTimeout>;

const SHARE = 0.5;
const SHOWN_MS = 1_000;
const GATHER_MS = 1_000;
const MOST_TITLES = 200;
/** More than that of one page are remembered no longer, so that it does not grow for ever. */
const MOST_REMEMBERED = 10_000;

/** Counts what is really seen; does nothing where the browser cannot tell. */
export function createImpressions(emit: (titleIds: readonly string[], recommendationId: string | null) => void): Impressions {
  const watched = new Map<Element, Shown>();
  const inView = new Set<Element>();
  const timers = new Map<Element, Timer>();
  const told = new Set<string>();
  let gathered = new Map<string | null, string[]>();
  let gathering: Timer | undefined;
  const isSupported = typeof IntersectionObserver === 'function';
  const observer = isSupported ? new IntersectionObserver(look, { threshold: SHARE }) : null;

  function look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio } of entries) {
      if (intersectionRatio >= SHARE) inView.add(target);
      else inView.delete(target);
      time(target);
    }
  }

  function time(element: Element): void {
    const isSeen = inView.has(element) && document.visibilityState !== 'hidden';
    if (isSeen === timers.has(element)) return;
    clearTimeout(timers.get(element));
    timers.delete(element);
    if (isSeen) timers.set(element, setTimeout(count, SHOWN_MS, element));
  }

  function count(element: Element): void {
    const shown = watched.get(element);
    forget(element);
    if (!shown) return;
    const { titleId, recommendationId = null } = shown;
    const name = `${recommendationId} ${titleId}`;
    if (told.has(name)) return;
    if (told.size >= MOST_REMEMBERED) told.clear();
    told.add(name);
    gathered.set(recommendationId, [...(gathered.get(recommendationId) ?? []), titleId]);
    gathering ??= setTimeout(flush, GATHER_MS);
  }

  function forget(element: Element): void {
    observer?.unobserve(element);
    clearTimeout(timers.get(element));
    timers.delete(element);
    inView.delete(element);
    watched.delete(element);
  }

  function flush(): void {
    clearTimeout(gathering);
    gathering = undefined;
    const ready = gathered;
    gathered = new Map();
    for (const [recommendationId, titleIds] of ready)
      for (let from = 0; from < titleIds.length; from += MOST_TITLES) emit(titleIds.slice(from, from + MOST_TITLES), recommendationId);
  }

  return {
    watch(element, shown) {
      forget(element);
      watched.set(element, shown);
      observer?.observe(element);
      return () => {
        if (watched.get(element) === shown) forget(element);
      };
    },
    turn() {
      for (const element of inView) time(element);
    },
    flush,
    close() {
      for (const element of [...watched.keys()]) forget(element);
      flush();
    },
  };
}
