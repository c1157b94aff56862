/** Where one looks at a map: what lies in the middle, and how many pixels one unit of the map is. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Of what is drawn on, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const EDGE = 24;

/** All places in view, with a little room around them. */
export function fitted(places: readonly Place[], { width, height }: Size): View {
  const [left, right] = span(places.map(({ x }) => x));
  const [bottom, top] = span(places.map(({ y }) => y));
  const scale = Math.min((width - 2 * EDGE) / (right - left || 1), (height - 2 * EDGE) / (top - bottom || 1));
  return { x: (left + right) / 2, y: (bottom + top) / 2, scale };
}

function span(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

/** Where a place of the map is on the picture, in pixels from its top left. */
export function onPicture({ x, y }: Place, view: View, { width, height }: Size): Place {
  return { x: width / 2 + (x - view.x) * view.scale, y: height / 2 - (y - view.y) * view.scale };
}

/** The view after the picture was dragged by so many pixels. */
export function dragged(view: View, right: number, down: number): View {
  return { ...view, x: view.x - right / view.scale, y: view.y + down / view.scale };
}

/** The view closer or further by a factor; what lies at `at` on the picture stays there. */
export function zoomed(
  view: View,
  factor: number,
  { at, size, least }: { readonly at: Place; readonly size: Size; readonly least: number },
): View {
  const scale = Math.min(least * 60, Math.max(least * 0.5, view.scale * factor));
  const x = view.x + (at.x - size.width / 2) / view.scale;
  const y = view.y - (at.y - size.height / 2) / view.scale;
  return { scale, x: x - (at.x - size.width / 2) / scale, y: y + (at.y - size.height / 2) / scale };
}

/** The index of the place that lies closest to a point of the picture, within so many pixels; -1: none does. */
export function placeAt(
  places: readonly Place[],
  point: Place,
  { view, size, within }: { readonly view: View; readonly size: Size; readonly within: number },
): number {
  let best = -1;
  let closest = within * within;
  for (const [index, place] of places.entries()) {
    const { x, y } = onPicture(place, view, size);
    const distance = (x - point.x) ** 2 + (y - point.y) ** 2;
    if (distance > closest) continue;
    closest = distance;
    best = index;
  }
  return best;
}

/** The indices of the places that lie closest to one of them on the map, the closest first. */
export function nearest(places: readonly Place[], to: number, count: number): readonly number[] {
  const from = places[to];
  if (!from) return [];
  const distance = (index: number): number => {
    const place = places[index] ?? from;
    return (place.x - from.x) ** 2 + (place.y - from.y) ** 2;
  };
  return places
    .map((_, index) => index)
    .filter((index) => index !== to)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count);
}
