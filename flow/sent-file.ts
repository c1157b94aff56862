import type { Uploader } from '../core/audit';
import { AppError, ErrorCode } from '../core/errors';
import { type Upload, type UploadPurpose, UploadState } from '../core/upload';
import type { Db } from '../store/database';
import { uploadById } from '../store/uploads';

/** Whose file is asked for, what it must have been sent for, and the input that names it. */
export interface AskedFile {
  readonly owner: Uploader;
  readonly purpose: UploadPurpose;
  readonly field: string;
}

/** A file that `owner` sent. Throws NOT_FOUND for what is not there, is another's or was sent for something else, and CONFLICT for what has not come. */
export async function sentFile(db: Db, uploadId: number, { owner, purpose, field }: AskedFile): Promise<Upload> {
  const upload = await uploadById(db, uploadId);
  if (upload === null || upload.owner !== owner || upload.purpose !== purpose) throw noFile(field, purpose);
  if (!hasCome(upload))
    throw new AppError(ErrorCode.CONFLICT, `The file ${upload.name} is ${upload.state}.`, {
      field,
      expected: 'a file that has come whole',
    });
  return upload;
}

/** Whether all of it is here. */
export const hasCome = ({ state }: Upload): boolean => state === UploadState.READY || state === UploadState.USED;

/** What is said of a file that is not there, as of another's. */
export function noFile(field: string, purpose: UploadPurpose): AppError {
  return new AppError(ErrorCode.NOT_FOUND, 'The file is not here any more, or somebody else sent it.', {
    field,
    expected: `a file for ${purpose} that you have sent within a day`,
  });
}
