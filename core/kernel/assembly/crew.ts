// Threads share work by taking tickets: whoever comes takes the next chunk, and nobody waits for a thread that has not begun yet.

/** A word of 64 bit: kind and number of the phase above, the next chunk below. Beside it the number of the phase to sleep on, and the chunks done. */
@unmanaged
export class Crew {
  ticket: u64;
  phase: i32;
  done: i32;
  failed: i32;
}

/** The kinds of phases; LEAVE sends the other threads home. */
export enum Phase {
  GRAM_USERS = 0,
  GRAM_ITEMS = 1,
  ROTATE = 2,
  SOLVE_USERS = 3,
  SOLVE_ITEMS = 4,
  LOSS = 5,
  LEAVE = 6,
}

const KIND_BITS = 3;
const FOREVER: i64 = -1;

export function kindOf(ticket: u64): i32 {
  return <i32>((ticket >> 32) & ((1 << KIND_BITS) - 1));
}

export function chunkOf(ticket: u64): i32 {
  return <i32>(ticket & 0xffffffff);
}

export function takeTicket(crew: Crew): u64 {
  return atomic.add<u64>(changetype<usize>(crew) + offsetof<Crew>('ticket'), 1);
}

/** Opens a phase: from now on tickets are for its chunks. */
export function open(crew: Crew, kind: i32): void {
  const phase = crew.phase + 1;
  atomic.store<i32>(changetype<usize>(crew) + offsetof<Crew>('done'), 0);
  atomic.store<u64>(changetype<usize>(crew) + offsetof<Crew>('ticket'), (<u64>(((<u32>phase) << KIND_BITS) | <u32>kind)) << 32);
  const word = changetype<usize>(crew) + offsetof<Crew>('phase');
  atomic.store<i32>(word, phase);
  atomic.notify(word, -1);
}

/** Sleeps until the phase of a ticket is over. */
export function sleep(crew: Crew, ticket: u64): void {
  const phase = <i32>(ticket >> (32 + KIND_BITS));
  atomic.wait<i32>(changetype<usize>(crew) + offsetof<Crew>('phase'), phase, FOREVER);
}

/** Says that a chunk is done; the last one wakes whoever waits for all. */
export function finish(crew: Crew, total: i32): void {
  const word = changetype<usize>(crew) + offsetof<Crew>('done');
  if (atomic.add<i32>(word, 1) + 1 === total) atomic.notify(word, -1);
}

/** Sleeps until all chunks of the phase are done. */
export function waitForAll(crew: Crew, total: i32): void {
  const word = changetype<usize>(crew) + offsetof<Crew>('done');
  for (;;) {
    const done = atomic.load<i32>(word);
    if (done >= total) return;
    atomic.wait<i32>(word, done, FOREVER);
  }
}
