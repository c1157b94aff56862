import type { ChosenFile } from './send-file';

/** The files of a MovieLens folder that an import reads; whatever else lies in it stays where it is. */
const MOVIELENS = ['movies.csv', 'links.csv', 'tags.csv', 'ratings.csv'];

const nameOf = (path: string): string => path.toLowerCase().split('/').at(-1) ?? '';

/** What of the chosen files is to be sent; a sentence where they do not belong together. */
export function together(files: readonly ChosenFile[]): readonly ChosenFile[] | string {
  const seen = files.filter(({ path, file }) => !nameOf(path).startsWith('.') && file.size > 0);
  if (seen.length === 0) return files.length === 0 ? 'There is no file in it.' : 'The file is empty.';
  if (seen.length === 1) return seen;
  const films = MOVIELENS.flatMap((name) => seen.find(({ path }) => nameOf(path) === name) ?? []);
  if (films.length > 1 && nameOf(films[0]?.path ?? '') === 'movies.csv') return films;
  const tables = seen.filter(({ path }) => /\.(csv|tsv|json|jsonl|ndjson)$/i.test(path));
  if (tables.length === 1) return tables;
  return 'These files do not belong together. Choose one CSV or JSON Lines file, or a MovieLens folder with its movies.csv.';
}

/** The files of a file chooser, of a folder too. */
export function filesIn(list: FileList | null): readonly ChosenFile[] {
  return [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** The files of what was dropped, folders included. */
export async function filesDropped(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  // The list of items is empty after the first wait, so that the entries are taken first.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return filesIn(transfer.files);
  return (await Promise.all(entries.map(filesBelow))).flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return (await Promise.all(found.map(filesBelow))).flat();
    found.push(...some);
  }
}
