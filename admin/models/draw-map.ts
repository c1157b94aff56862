import { onPicture, type Place, type Size, type View } from './map-view';

/** A title as it is drawn. */
export interface Dot extends Place {
  readonly name: string;
  /** Pixels. */
  readonly radius: number;
  /** Null: of no group that has a colour. */
  readonly colour: string | null;
}

interface Drawing {
  readonly dots: readonly Dot[];
  readonly view: View;
  readonly size: Size;
  /** Indices of the dot under the pointer and of the one that was chosen; -1: none. */
  readonly hovered: number;
  readonly chosen: number;
  readonly inks: { readonly text: string; readonly ground: string; readonly quiet: string; readonly font: string };
}

/** Names are written where there is room for them: so many at most. */
const MOST_NAMES = 24;

/** Draws the whole map; 2,000 dots take a few milliseconds. */
export function drawMap(context: CanvasRenderingContext2D, { dots, view, size, hovered, chosen, inks }: Drawing): void {
  context.clearRect(0, 0, size.width, size.height);
  const places = dots.map((dot) => onPicture(dot, view, size));
  const isSeen = ({ x, y }: Place): boolean => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20;
  context.globalAlpha = 0.75;
  // The most popular are drawn last, on top of the others.
  for (let at = dots.length - 1; at >= 0; at--) {
    const [dot, place] = [dots[at], places[at]];
    if (!dot || !place || !isSeen(place)) continue;
    context.fillStyle = dot.colour ?? inks.quiet;
    context.beginPath();
    context.arc(place.x, place.y, dot.radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
  context.font = `12px ${inks.font}`;
  const taken: Box[] = [];
  for (let at = 0; at < dots.length && taken.length < MOST_NAMES; at++) {
    const [dot, place] = [dots[at], places[at]];
    if (!dot || !place || !isSeen(place) || at === chosen || at === hovered) continue;
    const box = boxOf(context, { dot, place, size });
    if (taken.some((other) => meet(box, other))) continue;
    taken.push(box);
    write(context, dot, box, inks);
  }
  for (const at of [chosen, hovered]) {
    const [dot, place] = [dots[at], places[at]];
    if (!dot || !place) continue;
    context.strokeStyle = inks.text;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(place.x, place.y, dot.radius + 3, 0, 2 * Math.PI);
    context.stroke();
    context.font = `600 13px ${inks.font}`;
    write(context, dot, boxOf(context, { dot, place, size }), inks);
  }
}

interface Box extends Place {
  readonly width: number;
}

const LINE = 16;

interface Named {
  readonly dot: Dot;
  readonly place: Place;
  readonly size: Size;
}

/** Where the name of a dot stands: to its right, or to its left where the picture ends. */
function boxOf(context: CanvasRenderingContext2D, { dot, place: { x, y }, size }: Named): Box {
  const { width } = context.measureText(nameOf(dot));
  const right = x + dot.radius + 4;
  return { x: right + width > size.width ? x - dot.radius - 4 - width : right, y, width };
}

function meet(one: Box, other: Box): boolean {
  return Math.abs(one.y - other.y) < LINE && one.x < other.x + other.width + 8 && other.x < one.x + one.width + 8;
}

const LONGEST_NAME = 28;

function write(context: CanvasRenderingContext2D, dot: Dot, { x, y }: Place, { text, ground }: Drawing['inks']): void {
  context.lineWidth = 3;
  context.strokeStyle = ground;
  context.fillStyle = text;
  context.strokeText(nameOf(dot), x, y + 4);
  context.fillText(nameOf(dot), x, y + 4);
}

function nameOf({ name }: Dot): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
