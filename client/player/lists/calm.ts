import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** A list that is held still while somebody points at it or has focus in it. */
export interface Calm<Item> {
  /** What to draw now. */
  readonly shown: readonly Item[];
  /** Items of the newest list that are not drawn yet; 0 where only the order is another. */
  readonly news: number;
  /** Whether a newer list waits. */
  readonly waits: boolean;
  /** Draws the newest list at once. */
  show(): void;
  /** For the element that holds the list. */
  readonly hold: {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(event: PointerEvent): void;
    onPointerDown(event: PointerEvent): void;
    onFocus(): void;
    onBlur(event: FocusEvent<HTMLElement>): void;
  };
}

/** A finger leaves no trace: a list that was touched is held for so long after. */
const TOUCH_MS = 2_000;

/** Draws `newest` when nobody would be disturbed; `keyOf` tells one item from another. */
export function useCalm<Item>(newest: readonly Item[], keyOf: (item: Item) => string): Calm<Item> {
  const [shown, setShown] = useState(newest);
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const touch = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isHeld = (isPointed || isFocused) && shown.length > 0;
  useEffect(() => {
    if (!isHeld) setShown(newest);
  }, [isHeld, newest]);
  useEffect(() => () => clearTimeout(touch.current), []);

  const known = new Set(shown.map(keyOf));
  return {
    shown,
    news: newest.filter((item) => !known.has(keyOf(item))).length,
    waits: newest.map(keyOf).join() !== shown.map(keyOf).join(),
    show: () => setShown(newest),
    hold: {
      onPointerEnter: ({ pointerType }) => pointerType === 'mouse' && setPointed(true),
      onPointerLeave: ({ pointerType }) => pointerType === 'mouse' && setPointed(false),
      onPointerDown({ pointerType }) {
        if (pointerType === 'mouse') return;
        clearTimeout(touch.current);
        setPointed(true);
        touch.current = setTimeout(() => setPointed(false), TOUCH_MS);
      },
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget as Node | null)),
    },
  };
}
