/** Factors of one row, as train_als.py writes them. */
export interface FactorLine {
  readonly id: number;
  readonly features: readonly number[];
}

/** Reads a line of factors of rows below `rows`, k numbers each. Throws an Error that says what is wrong with it. */
export function factorLine(text: string, { rows, k }: { readonly rows: number; readonly k: number }): FactorLine {
  const { id, features } = objectOf(text);
  if (typeof id !== 'number' || !Number.isInteger(id) || id < 0 || id >= rows) throw fault(`an id that is none of ${rows}`);
  if (!Array.isArray(features) || features.length !== k) throw fault(`no ${k} numbers of row ${id}`);
  if (!features.every((value) => typeof value === 'number' && Number.isFinite(Math.fround(value))))
    throw fault(`something that is no finite number in row ${id}`);
  return { id, features };
}

function fault(what: string): Error {
  return new Error(`Spark's factors hold ${what}: nothing was made of them.`);
}

function objectOf(text: string): { readonly id?: unknown; readonly features?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below, like every other line that is not as it should be.
  }
  throw fault('a line that is no JSON');
}
