import { notFound } from '../core/errors';
import type { BlendAnswer } from '../flow/blend-list';
import { newestOnly, type Reader } from '../flow/newest-only';

/** Blends that clients of this process follow. */
export interface BlendWatch {
  /** The blend as it is, then after every change. Throws NOT_FOUND through the iterator to who is not in it, or not any more; a reader of null sees all. */
  watch(id: number, readerId: number | null): AsyncIterableIterator<NumberedBlend>;
  /** The blend itself changed. */
  onBlend(id: number): void;
  /** What these people did changed, or they were forgotten: tells the blends that they are in. */
  onUsers(userIds: readonly number[]): void;
  /** After notices may have been lost. */
  resync(): void;
  readonly subscribers: number;
}

/** A blend with the order in which it was made. */
export interface NumberedBlend {
  readonly answer: BlendAnswer;
  readonly number: number;
}

interface Channel {
  readonly readers: Map<Reader<NumberedBlend>, number | null>;
  memberIds: readonly number[];
  running: boolean;
  again: boolean;
}

/** Follows blends by notices; `make` answers one as it is now. One is being made and at most one waits, however much happens meanwhile. */
export function createBlendWatch(make: (id: number) => Promise<BlendAnswer | null>): BlendWatch {
  const channels = new Map<number, Channel>();
  let made = 0;

  async function tell(id: number): Promise<void> {
    const channel = channels.get(id);
    if (channel === undefined) return;
    channel.again = true;
    if (channel.running) return;
    channel.running = true;
    while (channel.again && channel.readers.size > 0) {
      channel.again = false;
      await make(id).then(
        (answer) => deliver(channel, answer),
        (error: unknown) => {
          for (const reader of channel.readers.keys()) reader.fail(error);
        },
      );
    }
    channel.running = false;
  }

  function deliver(channel: Channel, answer: BlendAnswer | null): void {
    made += 1;
    channel.memberIds = answer?.members.map(({ userId }) => userId) ?? [];
    const event = answer === null ? null : { answer, number: made };
    for (const [reader, readerId] of channel.readers) {
      const mayRead = readerId === null || channel.memberIds.includes(readerId);
      if (event === null || !mayRead) reader.fail(notFound('id', 'blend'));
      else reader.deliver(event);
    }
  }

  return {
    watch(id, readerId) {
      const channel = channels.get(id) ?? { readers: new Map(), memberIds: [], running: false, again: false };
      const leave = (): void => {
        channel.readers.delete(reader);
        if (channel.readers.size === 0 && channels.get(id) === channel) channels.delete(id);
      };
      const { iterator, reader } = newestOnly<NumberedBlend>(leave, ({ number }) => number);
      channel.readers.set(reader, readerId);
      channels.set(id, channel);
      void tell(id);
      return iterator;
    },
    onBlend: (id) => void tell(id),
    onUsers(userIds) {
      const changed = new Set(userIds);
      for (const [id, { memberIds }] of channels) if (memberIds.some((memberId) => changed.has(memberId))) void tell(id);
    },
    resync() {
      for (const id of channels.keys()) void tell(id);
    },
    get subscribers() {
      return [...channels.values()].reduce((sum, { readers }) => sum + readers.size, 0);
    },
  };
}
