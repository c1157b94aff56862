import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode } from '../core/errors';
import { DOWNLOADS, type DownloadKind, type DownloadParams } from '../flow/download';

/** Where a file may be fetched, until when. */
export interface OfferedDownload {
  /** A path of this server. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** What was signed: a kind of file, what it is made of, and for whom. */
export interface SignedDownload {
  readonly kind: DownloadKind;
  readonly params: object;
  readonly owner: Actor;
}

/** Signs addresses of files, and reads them back: nothing of them is stored. */
export interface Downloads {
  /** Throws BAD_INPUT when what the file is made of does not fit into an address. */
  offer<Kind extends DownloadKind>(asked: {
    readonly kind: Kind;
    readonly params: DownloadParams<Kind>;
    readonly owner: Actor;
  }): OfferedDownload;
  /** Throws UNAUTHENTICATED for what was not signed here, and for what is past its time. */
  open(token: string): SignedDownload;
}

const MINUTES = 5;
/** Node takes 16 kB of request line and headers together. */
const LONGEST_TOKEN = 12_000;

export function createDownloads({ secret, clock }: { readonly secret: string; readonly clock: () => Date }): Downloads {
  const key = createHmac('sha256', secret).update('kinograph downloads').digest();
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest();

  return {
    offer({ kind, params, owner }) {
      const expiresAt = new Date(clock().getTime() + MINUTES * 60_000);
      const text = Buffer.from(JSON.stringify([kind, params, owner, expiresAt.getTime()])).toString('base64url');
      if (text.length > LONGEST_TOKEN) throw badInput('filter', 'This is too long to ask for a file by.', 'a shorter filter');
      return { url: `/downloads/${text}.${sign(text).toString('base64url')}`, expiresAt };
    },

    open(token) {
      const [text = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const right = sign(text);
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw refusal('This address was not made here.');
      const [kind, params, owner, expires] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [DownloadKind, object, Actor, number];
      if (expires <= clock().getTime()) throw refusal(`This address was good for ${MINUTES} minutes: ask for the file again.`);
      if (!(kind in DOWNLOADS)) throw refusal('This kind of file is not made here any more.');
      return { kind, params, owner };
    },
  };
}

function refusal(message: string): AppError {
  return new AppError(ErrorCode.UNAUTHENTICATED, message, { field: 'token' });
}
