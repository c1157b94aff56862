import { EMPTY_SKETCH, mergedSketch, readSketch, type Sketch, withIds, writeSketch } from '../core/sketch';
import type { Db } from './database';
import type { MetIds } from './event-slots';

/** What is counted once however often it is met. */
export type SketchName = 'people' | 'titles';

/** Of all kinds together. */
const ALL = '';

/** Adds ids to the sketches of their slots, to that of their kind and to that of all. Only one may do it at a time: whoever holds the watermark. */
export async function addToSketches(db: Db, name: SketchName, met: readonly MetIds[]): Promise<void> {
  if (met.length === 0) return;
  const wanted = new Map<string, { readonly slot: Date; readonly kind: string; readonly ids: number[] }>();
  for (const { slot, kind, ids } of met) {
    for (const counted of [kind, ALL]) {
      const key = keyOf(slot, counted);
      const entry = wanted.get(key) ?? { slot, kind: counted, ids: [] };
      for (const id of ids) entry.ids.push(id);
      wanted.set(key, entry);
    }
  }
  const before = await standing(db, name, [...wanted.values()]);
  const rows = [...wanted].map(([key, { slot, kind, ids }]) => ({
    slot,
    kind,
    sketch: writeSketch(withIds(before.get(key) ?? EMPTY_SKETCH, ids)),
  }));
  await db.query(SAVE, [
    rows.map(({ slot }) => slot),
    name,
    rows.map(({ kind }) => kind),
    rows.map(({ sketch }) => sketch.toString('base64')),
  ]);
}

const SAVE = `
  insert into sketch_slots (slot, name, kind, sketch)
  select slot, $2, kind, decode(sketch, 'base64') from unnest($1::timestamptz[], $3::text[], $4::text[]) row(slot, kind, sketch)
  on conflict (slot, name, kind) do update set sketch = excluded.sketch`;

async function standing(
  db: Db,
  name: SketchName,
  wanted: readonly { readonly slot: Date; readonly kind: string }[],
): Promise<ReadonlyMap<string, Sketch>> {
  const rows: { slot: Date; kind: string; sketch: Buffer }[] = await db.query(
    `select slot, kind, sketch from unnest($1::timestamptz[], $3::text[]) wanted(slot, kind)
     join sketch_slots using (slot, kind) where sketch_slots.name = $2`,
    [wanted.map(({ slot }) => slot), name, wanted.map(({ kind }) => kind)],
  );
  return new Map(rows.map(({ slot, kind, sketch }) => [keyOf(slot, kind), readSketch(sketch)]));
}

/** The sketch of each bucket, between `bounds` (times in order; bucket n lies between bound n and n + 1); empty ones are left out. */
export async function sketchesIn(
  db: Db,
  { name, kind, bounds }: { readonly name: SketchName; readonly kind: string | null; readonly bounds: readonly Date[] },
): Promise<ReadonlyMap<number, Sketch>> {
  const rows: { bucket: number; sketch: Buffer }[] = await db.query(
    `select width_bucket(slot, $1::timestamptz[]) - 1 as bucket, sketch from sketch_slots
     where name = $2 and kind = $3 and slot >= $4 and slot < $5`,
    [bounds, name, kind ?? ALL, bounds[0], bounds.at(-1)],
  );
  const groups = new Map<number, Sketch[]>();
  for (const { bucket, sketch } of rows) {
    const group = groups.get(bucket);
    if (group) group.push(readSketch(sketch));
    else groups.set(bucket, [readSketch(sketch)]);
  }
  return new Map([...groups].map(([bucket, sketches]) => [bucket, mergedSketch(sketches)]));
}

function keyOf(slot: Date, kind: string): string {
  return `${slot.getTime()} ${kind}`;
}
