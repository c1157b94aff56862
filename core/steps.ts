/** Long work that can be left for a while: it yields every few milliseconds and returns its result at the end. */
export type Steps<Result> = Generator<void, Result>;

/** After how many rows of a catalogue a loop yields: a few milliseconds of work. */
export const ROWS_A_STEP = 5_000;

/** Does the work without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
