import { rowsOfPeople } from './rows';

/** The last fifth of each person's rows by time is asked for, the rest learned from; people with fewer than five rows are only learned from. */
export function splitByPersonAndTime({ person, at }: { readonly person: Int32Array; readonly at: Float64Array }): {
  readonly learned: readonly number[];
  readonly asked: readonly number[];
} {
  const [learned, asked]: [number[], number[]] = [[], []];
  for (const rows of rowsOfPeople(person)) {
    rows.sort((a, b) => (at[a] as number) - (at[b] as number) || a - b);
    const from = rows.length - Math.floor(rows.length / 5);
    learned.push(...rows.slice(0, from));
    asked.push(...rows.slice(from));
  }
  return { learned: learned.sort((a, b) => a - b), asked: asked.sort((a, b) => a - b) };
}
