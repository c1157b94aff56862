import { readFile } from 'node:fs/promises';
import { decodeText } from '../core/decode-text';
import { badInput } from '../core/errors';
import { importTitles, TITLE_FORMATS } from '../flow/import-titles';
import type { JobContext, JobKind } from './job';

const MOST_PROBLEMS = 1_000;

/**
 * Imports a file of titles that lies on the machine of the worker:
 * `npm run jobs -- run import-titles '{"format":"clips","path":"clips.csv"}'`.
 */
export const importTitlesJob: JobKind<'import-titles'> = {
  name: 'import-titles',

  async run({ db, payload, progress, signal, clock }: JobContext<'import-titles'>) {
    const format = TITLE_FORMATS.find((each) => each === payload.format);
    if (!format) throw badInput('format', 'The format is not known.', TITLE_FORMATS.join(', '));
    if (!payload.path) throw badInput('path', 'The path is missing.', 'the path of a file on this machine');
    const text = decodeText(await readFile(payload.path).catch(unreadable));
    const told = (fraction: number): Promise<void> => progress(fraction, `importing ${format}`);
    const { problems, ...counts } = await importTitles(db, { format, text, now: clock(), signal, progress: told });
    return { ...counts, problemCount: problems.length, problems: problems.slice(0, MOST_PROBLEMS) };
  },
};

function unreadable(error: NodeJS.ErrnoException): never {
  throw badInput('path', `The file cannot be read (${error.code ?? 'no code given'}).`, 'the path of a file on this machine');
}
