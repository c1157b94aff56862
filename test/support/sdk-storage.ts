import type { StorageLike } from '../../client/sdk/store';

/** A localStorage in memory; `events` are the ids of the events that wait in it. */
export class TestStorage implements StorageLike {
  readonly kept = new Map<string, string>();
  /** Throws on every write, as a full or forbidden storage does. */
  isBroken = false;

  get length(): number {
    return this.kept.size;
  }

  get events(): string[] {
    return [...this.kept.keys()].flatMap((key) => (key.startsWith('kinograph:e:') ? key.slice('kinograph:e:'.length) : []));
  }

  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isBroken) throw new Error('QuotaExceededError');
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }
}
