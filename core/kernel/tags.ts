/** The tags of a catalogue in a memory of their own, a byte a tag. One call after another: views that a call returns are good until the next. */
export interface TagKernel {
  /** Tags of a title. */
  readonly width: number;
  /** Bytes from one title to the next: `width`, filled up with zeros to a multiple of 16. */
  readonly stride: number;
  /** rows x stride, to be filled by whoever opened it. */
  readonly values: Uint8Array;
  /** Views of the dot products of two tastes (`width` whole numbers each, 0 to FINEST) with the chosen rows; at most ROWS_AT_ONCE of those. */
  dots(tastes: readonly [Uint16Array, Uint16Array], chosen: Int32Array): readonly [Float64Array, Float64Array];
}

/** The largest number in a taste: 14 bits, so that no sum overflows. */
export const FINEST = 2 ** 14 - 1;
/** Rows that one call takes: 100,000 titles are 5 calls of a few milliseconds each. */
export const ROWS_AT_ONCE = 20_000;
export const MOST_TAGS = 2_048;

const LANES = 16;
const MOST_BYTES = 2 ** 32;

interface TagExports {
  tagDots(...args: readonly [number, number, number, number, number, number, number, number]): void;
}

/** Opens the kernel for so many titles and tags. Throws a RangeError when they do not fit. */
export function openTags(module: WebAssembly.Module, { rows, width }: { readonly rows: number; readonly width: number }): TagKernel {
  const stride = Math.max(LANES, Math.ceil(width / LANES) * LANES);
  if (width > MOST_TAGS) throw new RangeError(`There are ${width} tags; a title can have ${MOST_TAGS}.`);
  let end = 64;
  const take = (bytes: number): number => {
    const at = end;
    end = Math.ceil((at + bytes + 64) / 64) * 64;
    return at;
  };
  const at = {
    values: take(rows * stride),
    chosen: take(4 * ROWS_AT_ONCE),
    left: take(2 * stride),
    right: take(2 * stride),
    leftDots: take(8 * ROWS_AT_ONCE),
    rightDots: take(8 * ROWS_AT_ONCE),
  };
  if (end > MOST_BYTES)
    throw new RangeError(`${rows} titles with ${width} tags need ${Math.ceil(end / 2 ** 20)} MB; 4096 MB are the most.`);
  const pages = Math.ceil(end / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const { tagDots } = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as TagExports;
  const chosenView = new Int32Array(memory.buffer, at.chosen, ROWS_AT_ONCE);
  const tasteViews = [new Uint16Array(memory.buffer, at.left, stride), new Uint16Array(memory.buffer, at.right, stride)] as const;
  return {
    width,
    stride,
    values: new Uint8Array(memory.buffer, at.values, rows * stride),
    dots([left, right], chosen) {
      tasteViews[0].set(left);
      tasteViews[1].set(right);
      chosenView.set(chosen);
      tagDots(at.values, stride, at.chosen, chosen.length, at.left, at.right, at.leftDots, at.rightDots);
      const dotsAt = (place: number): Float64Array => new Float64Array(memory.buffer, place, chosen.length);
      return [dotsAt(at.leftDots), dotsAt(at.rightDots)];
    },
  };
}
