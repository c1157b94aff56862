import { badInput } from '../core/errors';
import { isText } from '../core/text';

const LONGEST = 500;

/** A text to look for, or null. Throws BAD_INPUT on `field` for one that no row can hold. */
export function searchText(field: string, text: string | null | undefined): string | null {
  if (!isText(text ?? '', LONGEST))
    throw badInput(field, `${field} cannot be looked for as it came.`, `at most ${LONGEST} characters without NUL`);
  return text ?? null;
}
