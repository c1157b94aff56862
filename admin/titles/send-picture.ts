import { ask } from '../api/request';
import { accepted } from '../api/user-errors';
import { CreatePosterUploadDocument } from '../generated/titles';

const MOST_BYTES = 5_000_000;
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'];

/** What a file chooser offers. */
export const PICTURES = TYPES.join(',');

/** Sends a picture and answers the id of its upload. Throws an Error that says what is wrong with it, or that the network is away. */
export async function sendPicture(file: File): Promise<string> {
  if (!TYPES.includes(file.type)) throw new Error('This is no PNG, JPEG, WebP or AVIF picture.');
  if (file.size > MOST_BYTES) throw new Error('This picture is larger than 5 MB.');
  const asked = { purpose: 'POSTER', name: file.name.slice(0, 200), bytes: file.size, type: file.type } as const;
  const { upload, url } = accepted((await ask(CreatePosterUploadDocument, { input: asked })).createUpload);
  if (!upload || !url) throw new Error('The server gave no address for the picture.');
  const sent = await fetch(url, { method: 'PUT', body: file, headers: { 'content-type': file.type, 'x-kinograph-console': '1' } }).catch(
    () => null,
  );
  if (sent === null) throw new Error('The server cannot be reached. The poster is as it was: try again when the connection is back.');
  if (!sent.ok) throw new Error(await reasonOf(sent));
  return upload.id;
}

async function reasonOf(response: Response): Promise<string> {
  const told = (await response.json().catch(() => null)) as { readonly errors?: readonly { readonly message: string }[] } | null;
  return told?.errors?.[0]?.message ?? 'The server did not take the picture.';
}
