import { startTransition, useEffect, useState } from 'react';

/**
 * How many of `count` things to draw by now: `atOnce` at first, then one more in every idle moment, so that the page answers while the rest
 * is being drawn out of sight.
 */
export function useGradually(count: number, atOnce: number): number {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn >= count) return undefined;
    return whenIdle(() => startTransition(() => setDrawn(drawn + 1)));
  }, [drawn, count]);
  return Math.min(drawn, count);
}

/** Calls in an idle moment, or soon where the browser knows of none. Returns stop. */
function whenIdle(call: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(call);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(call, { timeout: 500 });
  return () => cancelIdleCallback(idle);
}
