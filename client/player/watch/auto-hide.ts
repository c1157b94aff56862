import { type RefObject, useEffect, useState } from 'react';

const REST_MS = 2_600;

/** Whether the controls are to be seen: while it stands, while something moves, and while a key's focus is in them. */
export function useAutoHide(stage: RefObject<HTMLElement | null>, isPlaying: boolean): boolean {
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    const element = stage.current;
    if (!element || !isPlaying) return setSeen(true);
    let timer: ReturnType<typeof setTimeout>;
    const hide = (): void => {
      if (element.querySelector(':focus-visible, [aria-expanded="true"]')) show();
      else setSeen(false);
    };
    const show = (): void => {
      setSeen(true);
      clearTimeout(timer);
      timer = setTimeout(hide, REST_MS);
    };
    const leave = ({ pointerType }: PointerEvent): void => {
      if (pointerType === 'mouse') hide();
    };
    const moves = ['pointermove', 'pointerdown', 'focusin', 'keydown'];
    for (const type of moves) element.addEventListener(type, show);
    element.addEventListener('pointerleave', leave);
    show();
    return () => {
      clearTimeout(timer);
      for (const type of moves) element.removeEventListener(type, show);
      element.removeEventListener('pointerleave', leave);
    };
  }, [stage, isPlaying]);
  return isSeen;
}
