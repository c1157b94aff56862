import { isText } from './text';

/** RFC 5321: 64 characters before the @, 255 after it. */
export const LONGEST_EMAIL = 320;
const EMAIL = /^[^\s@]+@[^\s@]+$/u;

/** An address as it is kept and compared: two ways to type the same letters are one address. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

/** Whether a text can be an e-mail address; whether somebody reads it is another matter. */
export function isEmail(email: string): boolean {
  return isText(email, LONGEST_EMAIL) && EMAIL.test(email) && emailKey(email).length <= LONGEST_EMAIL;
}
