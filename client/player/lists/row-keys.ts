import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** What a row that scrolls sideways needs: arrow keys among its links, one of which the Tab key stops at, and turning by buttons. */
export function useRow() {
  const element = useRef<HTMLElement>(null);
  const [edges, setEdges] = useState({ scrolls: false, atStart: true, atEnd: true });

  const look = useCallback((): void => {
    if (!element.current) return;
    const { scrollLeft, scrollWidth, clientWidth } = element.current;
    const next = { scrolls: scrollWidth > clientWidth + 1, atStart: scrollLeft < 2, atEnd: scrollLeft > scrollWidth - clientWidth - 2 };
    setEdges((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
  }, []);

  // Cards come and go: after each draw, one of them is the stop of the Tab key.
  useEffect(() => {
    const links = linksOf(element.current);
    const stop = links.find((link) => link === document.activeElement) ?? links.find((link) => link.tabIndex === 0) ?? links[0];
    for (const link of links) link.tabIndex = link === stop ? 0 : -1;
    // With the next frame: rows that look one after the other would have the page laid out for each.
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  });

  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(look);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [look]);

  return {
    ...edges,
    element,
    look,
    turn: (direction: 1 | -1): void => element.current?.scrollBy({ left: direction * element.current.clientWidth * 0.85 }),
    press(event: KeyboardEvent): void {
      const step = STEPS[event.key];
      const links = linksOf(element.current);
      const at = links.indexOf(document.activeElement as HTMLElement);
      if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      links[step(at, links.length - 1)]?.focus();
    },
    enter({ target }: FocusEvent): void {
      for (const link of linksOf(element.current)) link.tabIndex = link === target ? 0 : -1;
    },
  };
}

const linksOf = (element: HTMLElement | null): HTMLElement[] => [...(element?.querySelectorAll<HTMLElement>('a') ?? [])];
