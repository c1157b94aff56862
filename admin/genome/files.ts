import type { ChosenFile } from '../imports/send-file';

const SCORES = /(^|\/)genome[-_]scores\.csv(\.gz)?$/i;
const TAGS = /(^|\/)genome[-_]tags\.csv(\.gz)?$/i;

/** The scores and the tags among files that were chosen, in this order; a sentence where one is missing. */
export function genomeFiles(files: readonly ChosenFile[]): readonly ChosenFile[] | string {
  const [scores, tags] = [SCORES, TAGS].map((name) => files.find(({ path }) => name.test(path)));
  if (scores && tags) return [scores, tags];
  if (scores) return 'The tags are missing: choose genome-tags.csv together with the scores.';
  if (tags) return 'The scores are missing: choose genome-scores.csv together with the tags.';
  return 'Neither of the two files is among them: genome-scores.csv and genome-tags.csv, each also as .csv.gz.';
}
