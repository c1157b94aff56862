/** A title that is on screen, and the list that it stands in. */
export interface Shown {
  readonly titleId: string;
  readonly recommendationId?: string | null | undefined;
}

export interface Impressions {
  /** Counts `shown` once when half of the element has been in view for a second. Returns stop. */
  watch(element: Element, shown: Shown): () => void;
  /** The page is seen again, or no longer. */
  turn(isSeen: boolean): void;
  /** Tells at once what was gathered. */
  flush(): void;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

const SHARE = 0.5;
const SHOWN_MS = 1_000;
const MOST_TITLES = 200;

/** Counts what is really seen, once for each list; `emit` is told of up to 200 titles of one list at a time. */
export function createImpressions(emit: (titleIds: readonly string[], recommendationId: string | null) => void): Impressions {
  const turns = new Set<() => void>();
  const told = new Set<string>();
  const gathered = new Map<string | null, string[]>();
  let gathering: Timer;
  // A page that begins out of sight is not drawn: nothing comes into view there.
  let isPageSeen = true;

  function flush(): void {
    clearTimeout(gathering);
    gathering = undefined;
    gathered.forEach(emit);
    gathered.clear();
  }

  function gather({ titleId, recommendationId = null }: Shown): void {
    const name = `${recommendationId} ${titleId}`;
    if (told.has(name)) return;
    told.add(name);
    const titleIds = gathered.get(recommendationId) ?? [];
    gathered.set(recommendationId, titleIds);
    if (titleIds.push(titleId) >= MOST_TITLES) flush();
    else gathering ??= setTimeout(flush, SHOWN_MS);
  }

  return {
    watch(element, shown) {
      let isInView = false;
      let timer: Timer;
      const turn = (): void => {
        clearTimeout(timer);
        if (isInView && isPageSeen) timer = setTimeout(count, SHOWN_MS);
      };
      const observer = new IntersectionObserver(
        (entries) => {
          isInView = entries.some(({ intersectionRatio }) => intersectionRatio >= SHARE);
          turn();
        },
        { threshold: SHARE },
      );
      const stop = (): void => {
        clearTimeout(timer);
        observer.disconnect();
        turns.delete(turn);
      };
      const count = (): void => {
        stop();
        gather(shown);
      };
      observer.observe(element);
      turns.add(turn);
      return stop;
    },
    turn(isSeen) {
      isPageSeen = isSeen;
      for (const turn of turns) turn();
    },
    flush,
  };
}
