import { eventKey } from '../event-key';
import type { Outgoing } from '../outbox';

/** A message for a topic. */
export interface TopicEntry {
  /** Of the row of the outbox that it was made from. */
  readonly id: number;
  readonly message: string;
  /** What subscriptions filter by: the type of the event, the source of the person's name, and which Kinograph published it. */
  readonly attributes: { readonly type: string; readonly source: string; readonly installation: string };
  /** For FIFO topics: one person's events stay in order, and a repeated one is dropped. */
  readonly group: string;
  readonly deduplication: string;
}

/** What one call of SNS carries. */
const MOST_ENTRIES = 10;
const MOST_BYTES = 256 * 1024;
/** Names, types and ids around each message are not measured one by one. */
const AROUND_BYTES = 512;

/** An event as it is published. */
export function topicEntry({ id, body }: Outgoing, installation: string): TopicEntry {
  return {
    id,
    message: JSON.stringify({ ...body, installation }),
    attributes: { type: body.type, source: body.userId.split(':', 1)[0] ?? '', installation },
    group: String(body.row.userId),
    deduplication: eventKey(body.id),
  };
}

/** Entries in their order, as many together as one call carries: 10 of at most 256 kB in all. One that is too large goes alone. */
export function topicBatches(entries: readonly TopicEntry[]): readonly (readonly TopicEntry[])[] {
  const batches: TopicEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.message) + AROUND_BYTES;
    const last = batches.at(-1);
    const fits = last !== undefined && last.length < MOST_ENTRIES && bytes + size <= MOST_BYTES;
    bytes = fits ? bytes + size : size;
    if (fits) last.push(entry);
    else batches.push([entry]);
  }
  return batches;
}
