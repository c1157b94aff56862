import type { Uploader } from './audit';
import { AppError, badInput, ErrorCode } from './errors';
import { isText } from './text';

/** What a file is sent for. */
export enum UploadPurpose {
  CATALOGUE = 'CATALOGUE',
  POSTER = 'POSTER',
  HISTORY = 'HISTORY',
  OFFERS = 'OFFERS',
}

export enum UploadState {
  /** Its address was given out; nothing has come. */
  WAITING = 'WAITING',
  RECEIVING = 'RECEIVING',
  /** All of it is here. */
  READY = 'READY',
  /** It broke off or did not fit; nothing of it was kept. */
  FAILED = 'FAILED',
  /** An import works with it: it does not expire. */
  USED = 'USED',
}

/** A file that was announced, and whether it has come. */
export interface Upload {
  readonly id: number;
  /** Who asked for it: nobody else may send or use it. */
  readonly owner: Uploader;
  readonly purpose: UploadPurpose;
  readonly name: string;
  /** Its media type, in lower case and without parameters. */
  readonly type: string;
  readonly bytes: number;
  readonly state: UploadState;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What is told of a file before it is sent. */
export interface UploadInput {
  readonly purpose: UploadPurpose;
  readonly name: string;
  readonly bytes: number;
  readonly type?: string | null;
}

const MB = 1_000_000;
// Browsers name a CSV by whatever program opens it, and JSON Lines not at all.
const TEXTS = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/csv',
  'application/json',
  'application/jsonl',
  'application/x-ndjson',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

/** What browsers call a file that gzip has compressed. */
export const GZIP_TYPES: readonly string[] = ['application/gzip', 'application/x-gzip'];

/** What browsers call a ZIP archive. */
const ARCHIVE_TYPES: readonly string[] = ['application/zip', 'application/x-zip-compressed'];

/** The most bytes of a file, and the media types that it may have, by what it is for. */
export const UPLOAD_RULES: Readonly<Record<UploadPurpose, { readonly mostBytes: number; readonly types: readonly string[] }>> = {
  [UploadPurpose.CATALOGUE]: { mostBytes: 512 * MB, types: [...TEXTS, ...GZIP_TYPES] },
  [UploadPurpose.OFFERS]: { mostBytes: 256 * MB, types: [...TEXTS, ...GZIP_TYPES] },
  [UploadPurpose.HISTORY]: { mostBytes: 50 * MB, types: [...TEXTS, ...ARCHIVE_TYPES] },
  // An SVG may hold scripts, so it is none of these.
  [UploadPurpose.POSTER]: { mostBytes: 5 * MB, types: ['image/avif', 'image/jpeg', 'image/png', 'image/webp'] },
};

const UNNAMED_TYPE = 'application/octet-stream';
const LONGEST_NAME = 500;

/** Checks what is told of a file, and gives it a type where none was told. Throws BAD_INPUT that names the field, TOO_LARGE beyond the most bytes. */
export function checkUpload({ purpose, name, bytes, type }: UploadInput): Required<UploadInput> & { readonly type: string } {
  const { mostBytes, types } = UPLOAD_RULES[purpose];
  if (name.trim() === '' || !isText(name, LONGEST_NAME))
    throw badInput('input.name', 'The name cannot be kept as it came.', `1 to ${LONGEST_NAME} characters`);
  if (!Number.isSafeInteger(bytes) || bytes < 1)
    throw badInput('input.bytes', bytes === 0 ? 'The file is empty.' : 'The size is no number of bytes.', 'a whole number from 1');
  if (bytes > mostBytes)
    throw badInput('input.bytes', `The file has ${bytes} bytes.`, `at most ${mostBytes} bytes (${mostBytes / MB} MB) for ${purpose}`);
  const known = mediaType(type ?? '') || UNNAMED_TYPE;
  if (!types.includes(known)) throw badInput('input.type', `A file of this type is not taken for ${purpose}.`, types.join(', '));
  return { purpose, name, bytes, type: known };
}

/** The media type of a Content-Type header or of a browser's file: lower case, without parameters. */
export function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

const ARCHIVE = '504b0304';

/** How files begin that people send by mistake for text, by what to call them. */
const NO_TEXTS: readonly (readonly [signature: string, what: string])[] = [
  [ARCHIVE, 'a ZIP archive or an Excel workbook'],
  ['d0cf11e0', 'an old Excel workbook'],
  ['1f8b', 'compressed by gzip'],
  ['25504446', 'a PDF'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
];
const PICTURES: Readonly<Record<string, RegExp>> = {
  'image/avif': /^.{8}66747970617669(66|73)/,
  'image/jpeg': /^ffd8ff/,
  'image/png': /^89504e470d0a1a0a/,
  'image/webp': /^52494646.{8}57454250/,
};
const SIGNATURE_BYTES = 12;

/** What is wrong with a file whose first bytes are these; null when they fit its purpose and type. Throws nothing. */
export function signatureFault({ purpose, type }: Pick<Upload, 'purpose' | 'type'>, first: Uint8Array): AppError | null {
  const begin = Buffer.from(first.subarray(0, SIGNATURE_BYTES)).toString('hex');
  const picture = PICTURES[type];
  if (picture) return picture.test(begin) ? null : wrongType(`The file does not begin as ${type} does.`, type);
  if (GZIP_TYPES.includes(type))
    return begin.startsWith('1f8b') ? null : wrongType('The file does not begin as gzip does.', 'a file compressed by gzip');
  if (ARCHIVE_TYPES.includes(type) && !begin.startsWith(ARCHIVE)) return wrongType('The file does not begin as a ZIP archive does.', type);
  // A whole account comes as an archive, whatever the browser calls it.
  if (purpose === UploadPurpose.HISTORY && begin.startsWith(ARCHIVE)) return null;
  const mistaken = NO_TEXTS.find(([signature]) => begin.startsWith(signature));
  return mistaken ? wrongType(`The file is ${mistaken[1]}.`, 'a text file: save it as CSV or JSON Lines first') : null;
}

function wrongType(message: string, expected: string): AppError {
  return new AppError(ErrorCode.BAD_INPUT, message, { field: 'type', expected });
}
