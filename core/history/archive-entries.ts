import { badInput } from '../errors';

/** A file inside a ZIP archive, as the archive's directory tells it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its header begins. */
  readonly at: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 10_000;
const ENCRYPTED = 1;

/** True for bytes that begin as a ZIP archive does; one without files is nothing but its end. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && [LOCAL_HEADER, DIRECTORY_END].includes(viewOf(bytes).getUint32(0, true));
}

/** The files of a ZIP archive by its directory (APPNOTE.TXT 4.3.12), without reading any. Throws BAD_INPUT where it has none that can be read. */
export function archiveEntries(bytes: Uint8Array): readonly ArchiveEntry[] {
  const view = viewOf(bytes);
  const end = directoryEnd(view);
  if (end === null) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw badInput('uploadId', `The ZIP archive holds ${count} files.`, `at most ${MOST_ENTRIES} files`);
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameBytes = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
      encrypted: (flags & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes of a file as they lie in the archive. Throws BAD_INPUT where they do not lie in it whole. */
export function packedBytesOf(bytes: Uint8Array, { at, packedBytes }: ArchiveEntry): Uint8Array {
  const view = viewOf(bytes);
  if (at + LOCAL_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) throw damaged();
  const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packedBytes > bytes.length) throw damaged();
  return bytes.subarray(start, start + packedBytes);
}

export function damaged() {
  return badInput('uploadId', 'The ZIP archive is damaged.', 'the archive as it was downloaded, or the CSV out of it');
}

/** A comment may stand behind the end, so it is looked for from there backwards. */
function directoryEnd(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === DIRECTORY_END) return at;
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
