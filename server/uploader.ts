import type { Uploader } from '../core/audit';
import { actorOf } from './actor';
import type { Context } from './context';

/** Whose a file is that this request announces or uses. Throws FORBIDDEN for nobody. */
export function uploaderOf(context: Context): Uploader {
  return context.caller.kind === 'viewer' ? `user:${context.caller.userId}` : actorOf(context);
}
