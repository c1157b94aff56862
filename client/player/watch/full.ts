import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Whether an element fills the screen, and what turns that; a browser that cannot leaves it as it is. */
export function useFull(element: RefObject<HTMLElement | null>): { readonly isFull: boolean; full(): void } {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const look = (): void => setFull(document.fullscreenElement !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [element]);
  const full = useCallback(() => {
    const turned = document.fullscreenElement ? document.exitFullscreen() : element.current?.requestFullscreen?.();
    void turned?.catch(() => {});
  }, [element]);
  return { isFull, full };
}
