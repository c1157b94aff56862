/** What somebody may say of a title that they are asked about, in the order of the buttons. */
export const ANSWERS = ['LIKE', 'DONT_KNOW', 'DISLIKE'] as const;
export type Answer = (typeof ANSWERS)[number];
