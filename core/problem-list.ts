/** Takes down what is wrong with the rows of a file: all are counted, the first of them kept. */
export interface ProblemList<Problem> {
  add(problem: Problem): void;
  readonly count: number;
  readonly first: readonly Problem[];
}

/** A list that keeps the first `most` problems. */
export function problemList<Problem>(most: number): ProblemList<Problem> {
  const first: Problem[] = [];
  let count = 0;
  return {
    add(problem) {
      count += 1;
      if (first.length < most) first.push(problem);
    },
    get count() {
      return count;
    },
    first,
  };
}
