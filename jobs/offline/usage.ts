/** What was asked for cannot be: names the option and says what was expected. */
export class UsageFault extends Error {
  constructor(option: string, expected: string) {
    super(`${option}: ${expected}.`);
    this.name = 'UsageFault';
  }
}

/** Why the work cannot be done, in a sentence for people. */
export class WorkFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WorkFault';
  }
}

export const USAGE = `npm run evaluate -- --train a.csv --test b.csv [--negatives c.csv]         a split that was made elsewhere
npm run evaluate -- --interactions a.csv [--split last-fifth]              a split made here: last-fifth, time or leave-last-out
npm run evaluate -- --model dir --train a.csv --test b.csv                 factors that were trained before
npm run train -- --interactions a.csv --out dir                            factors of users and items, as numpy arrays
npm run export -- --out dir                                                the same from the database, with lists

Files: user,item[,weight[,timestamp]] by comma, tab or ::, with or without header; or lines of a user and items, by blanks or tabs.
Negatives: user,item,negative,negative,...
  --format comma|tab|colons|lists    where the first lines of a file do not tell
Settings (default: those of Kinograph):
  --factors n  --iterations n  --regularization x  --frequency-exponent x  --unobserved-weight x  --alpha x  --solver cg|cholesky  --seed n
  --tune [--trials n]                search for settings on a part of what is learned from
  --threads n                        the factors are the same for any number
Lists:
  --out lists.csv [--top 100]        user,item,rank,score
`;
