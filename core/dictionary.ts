/** Numbers for names, without regard to case; the first spelling is kept. */
export interface Dictionary {
  readonly names: readonly string[];
  readonly codes: ReadonlyMap<string, number>;
}

/** A dictionary that still learns. */
export interface GrowingDictionary extends Dictionary {
  readonly names: string[];
  readonly codes: Map<string, number>;
}

export const NO_NAMES: Dictionary = { names: [], codes: new Map() };

/** A copy that learns, while the given one stays as it is. */
export function growing({ names, codes }: Dictionary): GrowingDictionary {
  return { names: [...names], codes: new Map(codes) };
}

/** Gives a name a number, unless it has one or is null. */
export function learn({ names, codes }: GrowingDictionary, name: string | null): void {
  if (name === null || codes.has(name.toLowerCase())) return;
  codes.set(name.toLowerCase(), names.length);
  names.push(name);
}
