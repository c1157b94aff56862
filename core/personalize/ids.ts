/**
 * A person's USER_ID in Amazon Personalize: our own id in plain decimal. External ids may be absent, or longer than the
 * 256 characters that Personalize takes.
 */
export function personalizeUserId(id: number): string {
  return String(id);
}

/** A title's ITEM_ID in Amazon Personalize: our own id in plain decimal. */
export function personalizeItemId(id: number): string {
  return String(id);
}

/** Our id that an id of Personalize stands for; null for one that is not ours, which an answer may still hold. */
export function idFromPersonalize(text: string): number | null {
  if (!/^[1-9]\d{0,15}$/.test(text)) return null;
  const id = Number(text);
  return Number.isSafeInteger(id) ? id : null;
}
