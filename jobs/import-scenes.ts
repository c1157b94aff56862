import { readFile } from 'node:fs/promises';
import { decodeText } from '../core/decode-text';
import { badInput } from '../core/errors';
import { importScenes } from '../flow/import-scenes';
import type { JobContext, JobKind } from './job';

const MOST_PROBLEMS = 1_000;

/**
 * Imports a file of scene keywords that lies on the machine of the worker:
 * `npm run jobs -- run import-scenes '{"path":"scene_keywords.csv"}'`.
 */
export const importScenesJob: JobKind<'import-scenes'> = {
  name: 'import-scenes',

  async run({ db, payload, progress, signal }: JobContext<'import-scenes'>) {
    if (!payload.path) throw badInput('path', 'The path is missing.', 'the path of a file on this machine');
    const text = decodeText(await readFile(payload.path).catch(unreadable));
    const { problems, ...counts } = await importScenes(db, {
      text,
      signal,
      progress: (fraction) => progress(fraction, 'importing scenes'),
    });
    return { ...counts, problemCount: problems.length, problems: problems.slice(0, MOST_PROBLEMS) };
  },
};

function unreadable(error: NodeJS.ErrnoException): never {
  throw badInput('path', `The file cannot be read (${error.code ?? 'no code given'}).`, 'the path of a file on this machine');
}
