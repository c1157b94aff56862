import type { Actor } from '../core/audit';
import { badInput } from '../core/errors';
import type { ImportFile } from '../core/import';
import { isMovieLens } from '../core/movielens-folder';
import { GZIP_TYPES, UploadPurpose } from '../core/upload';
import type { Db } from '../store/database';
import { sentFile } from './sent-file';

const MOST_FILES = 20;

/** The files behind these uploads. Throws BAD_INPUT, NOT_FOUND for what is not there or is somebody else's, and CONFLICT for what has not come. */
export async function filesOf(db: Db, actor: Actor, uploadIds: readonly number[]): Promise<readonly ImportFile[]> {
  const ids = [...new Set(uploadIds)];
  if (ids.length === 0 || ids.length > MOST_FILES)
    throw badInput('input.uploadIds', `${ids.length} files cannot be imported together.`, `1 file, or the files of a MovieLens folder`);
  const files: ImportFile[] = [];
  for (const id of ids) {
    const upload = await sentFile(db, id, { owner: actor, purpose: UploadPurpose.CATALOGUE, field: 'input.uploadIds' });
    if (GZIP_TYPES.includes(upload.type))
      throw badInput('input.uploadIds', `${upload.name} is compressed by gzip.`, 'the file unpacked; only importGenome takes it as it is');
    files.push({ uploadId: upload.id, name: upload.name, bytes: upload.bytes });
  }
  if (files.length > 1 && !isMovieLens(files))
    throw badInput(
      'input.uploadIds',
      'These files do not belong together.',
      '1 file, or movies.csv with the links.csv, tags.csv or ratings.csv of its MovieLens folder',
    );
  return files;
}
