import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Place } from './map-view';

interface Gestures {
  readonly zoom: (factor: number, at: Place) => void;
  readonly drag: (right: number, down: number) => void;
  /** Null: the pointer has left. */
  readonly hover: (point: Place | null) => void;
  /** Pressed and let go on the same spot. */
  readonly press: (point: Place, byTouch: boolean) => void;
}

/** A hand that moves less than this has not dragged. */
const STILL = 5;

/** What mouse, pen and fingers do on a picture: drag, wheel, pinch and press. */
export function useMapGestures(canvas: RefObject<HTMLCanvasElement | null>, gestures: Gestures) {
  const newest = useRef(gestures);
  newest.current = gestures;
  const fingers = useRef(new Map<number, Place>());
  const travelled = useRef(0);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // Not by React, whose wheel listeners may not keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      newest.current.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), { x: event.offsetX, y: event.offsetY });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [canvas]);

  const pointOf = ({ nativeEvent }: PointerEvent): Place => ({ x: nativeEvent.offsetX, y: nativeEvent.offsetY });

  function move(event: PointerEvent): void {
    const point = pointOf(event);
    const before = fingers.current.get(event.pointerId);
    if (!before) {
      newest.current.hover(point);
      return;
    }
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    travelled.current += Math.hypot(point.x - before.x, point.y - before.y);
    fingers.current.set(event.pointerId, point);
    if (!other) {
      newest.current.drag(point.x - before.x, point.y - before.y);
      return;
    }
    const apart = (one: Place): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    newest.current.zoom(apart(point) / apart(before), { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
  }

  function down(event: PointerEvent): void {
    if (fingers.current.size === 0) travelled.current = 0;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, pointOf(event));
  }

  function up(event: PointerEvent): void {
    const was = fingers.current.delete(event.pointerId);
    if (was && fingers.current.size === 0 && travelled.current < STILL) newest.current.press(pointOf(event), event.pointerType === 'touch');
  }

  return {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: (event: PointerEvent) => void fingers.current.delete(event.pointerId),
    onPointerLeave: () => newest.current.hover(null),
  };
}
