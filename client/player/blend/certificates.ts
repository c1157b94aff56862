/** Certificates to choose from, with the age that each is meant for, as the server reads them. */
export const CERTIFICATES: readonly (readonly [certificate: string, age: number])[] = [
  ['G', 0],
  ['TV-Y7', 7],
  ['PG', 10],
  ['PG-13', 13],
  ['TV-14', 14],
  ['R', 17],
  ['NC-17', 18],
];
