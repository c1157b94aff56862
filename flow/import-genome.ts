import type { Actor } from '../core/audit';
import { type GenomeProblem, type GenomeProblems, type GenomeTags, genomeProblems, genomeTagsReader, odd } from '../core/genome';
import { type GenomeScores, genomeScoresReader, type IncompleteFilm } from '../core/genome-scores';
import { type Upload, UploadPurpose } from '../core/upload';
import { unhurried } from '../engine/local/unhurried';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { movieLensTitles, replaceGenome } from '../store/genome';
import { publish } from '../store/notices';
import { enqueue } from '../store/queue';
import { uploadById } from '../store/uploads';
import { hasCome, noFile, sentFile } from './sent-file';
import { uploadText } from './upload-text';

/** The two files of a genome, as they were sent. */
export interface GenomeFiles {
  readonly scoresUploadId: number;
  readonly tagsUploadId: number;
}

/** What an import of a genome came to. */
export interface ImportedGenome {
  /** Titles that have a genome now. */
  readonly titles: number;
  readonly tags: number;
  readonly rows: number;
  /** Films that lack tags, at most a thousand of them: they were left out. */
  readonly incomplete: readonly IncompleteFilm[];
  readonly incompleteCount: number;
  /** Films that the catalogue does not know. */
  readonly unknownTitles: number;
  /** Films that the catalogue has as one title with another film of the file, which was taken. */
  readonly repeatedTitles: number;
  readonly badRows: number;
  /** At most a hundred of the bad rows. */
  readonly problems: readonly GenomeProblem[];
}

const MOST_SCORES_BYTES = 1_000_000_000;
const MOST_TAGS_BYTES = 10_000_000;
const MOST_INCOMPLETE = 1_000;

/** Hands the files of a genome to a job; answers its id. Throws NOT_FOUND for what is not there or is somebody else's, and CONFLICT for what has not come. */
export async function queueGenome(db: Db, { actor, ...files }: GenomeFiles & { readonly actor: Actor }): Promise<number> {
  const asked = { owner: actor, purpose: UploadPurpose.CATALOGUE };
  const [scores, tags] = [
    await sentFile(db, files.scoresUploadId, { ...asked, field: 'input.scoresUploadId' }),
    await sentFile(db, files.tagsUploadId, { ...asked, field: 'input.tagsUploadId' }),
  ];
  return db.transaction(async (db) => {
    // A file that is wrong stays wrong; whoever loses its worker is begun again all the same.
    const jobId = await enqueue(db, 'import-genome', { actor, ...files }, { maxAttempts: 1 });
    const after = { scores: scores.name, tags: tags.name };
    await writeAudit(db, { actor, action: 'genome.start', entity: 'job', entityId: String(jobId), before: null, after });
    return jobId;
  });
}

interface Running {
  readonly actor: Actor;
  readonly runId: number;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number, message: string) => Promise<void>;
}

/**
 * Puts the genome of these files in the place of the one before, whole or not at all, and tells every server. A film is a title by its external id
 * `movielens:<movieId>`. Films without all tags are left out and named. Throws BAD_INPUT where no title is left, NOT_FOUND where the files are gone.
 */
export async function importGenome(
  db: Db,
  { scoresUploadId, tagsUploadId }: GenomeFiles,
  { actor, runId, signal, progress }: Running,
): Promise<ImportedGenome> {
  const [scoresFile, tagsFile] = [await hereStill(db, scoresUploadId), await hereStill(db, tagsUploadId)];
  const problems = genomeProblems();
  const tags = await readTags(db, tagsFile, problems);
  const titleOf = await movieLensTitles(db);
  const scores = await readScores(db, scoresFile, { tags, problems, titleOf, signal, progress });
  const titles = new Map<number, Buffer>();
  for (const { movieId, relevances } of scores.complete) {
    const titleId = titleOf.get(movieId);
    if (titleId !== undefined && !titles.has(titleId)) titles.set(titleId, Buffer.from(relevances));
  }
  if (titles.size === 0)
    throw odd(
      `No title of the catalogue has all ${tags.names.length} tags in the file.`,
      'films that the catalogue knows as movielens:<movieId>',
    );
  const imported = {
    titles: titles.size,
    tags: tags.names.length,
    rows: scores.rows,
    incomplete: scores.incomplete.slice(0, MOST_INCOMPLETE),
    incompleteCount: scores.incomplete.length,
    unknownTitles: scores.unknown,
    repeatedTitles: scores.complete.length - titles.size,
    badRows: problems.count,
    problems: problems.first,
  };
  await progress(0.95, `writing ${titles.size} titles with ${tags.names.length} tags each`);
  signal.throwIfAborted();
  await db.transaction(async (db) => {
    await replaceGenome(db, { tags: tags.names, titles: [...titles].map(([titleId, relevances]) => ({ titleId, relevances })) });
    const after = { titles: imported.titles, tags: imported.tags, incomplete: imported.incompleteCount, unknown: imported.unknownTitles };
    await writeAudit(db, { actor, action: 'genome.import', entity: 'job', entityId: String(runId), before: null, after });
    await publish(db, [{ topic: 'titles', ids: null }]);
  });
  return imported;
}

async function readTags(db: Db, file: Upload, problems: GenomeProblems): Promise<GenomeTags> {
  const reader = genomeTagsReader(problems);
  for await (const { text } of uploadText(db, file, MOST_TAGS_BYTES)) reader.push(text);
  return reader.end();
}

interface ReadingScores extends Pick<Running, 'signal' | 'progress'> {
  readonly tags: GenomeTags;
  readonly problems: GenomeProblems;
  readonly titleOf: ReadonlyMap<number, number>;
}

async function readScores(db: Db, file: Upload, { tags, problems, titleOf, signal, progress }: ReadingScores): Promise<GenomeScores> {
  const reader = genomeScoresReader(tags, { wanted: (movieId) => titleOf.has(movieId), problems });
  for await (const { text, done } of uploadText(db, file, MOST_SCORES_BYTES)) {
    signal.throwIfAborted();
    await unhurried(reader.push(text));
    await progress(0.9 * done, 'reading the scores');
  }
  return unhurried(reader.end());
}

async function hereStill(db: Db, id: number): Promise<Upload> {
  const upload = await uploadById(db, id);
  if (upload === null || !hasCome(upload)) throw noFile('input', UploadPurpose.CATALOGUE);
  return upload;
}
