import type { ReasonCode, TitleKind } from '../generated/documents';
import type { Language } from '../incoming';
import { EN } from './en';
import { RU } from './ru';

/** The kinds that people choose among; films stand for series too where genres are chosen. */
export type Choice = 'films' | 'series' | 'books' | 'music';

/** The reason of a title with its evidence, as it may be said. */
export interface SaidReason {
  readonly code: ReasonCode;
  readonly title: string | null;
  readonly genre: string | null;
}

/** Everything that the bot says, in one language; texts are plain, without HTML. */
export interface Words {
  readonly greeting: string;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
  /** Asks for the genres of these. */
  readonly genres: Readonly<Record<Exclude<Choice, 'series'>, string>>;
  readonly choices: Readonly<Record<Choice, string>>;
  readonly everything: string;
  readonly done: string;
  readonly back: string;
  /** Says which card of how many, and asks. */
  readonly card: (number: number, most: number) => string;
  readonly enough: string;
  readonly like: string;
  readonly dontKnow: string;
  readonly dislike: string;
  readonly noted: Readonly<Record<'l' | 'n' | 'd', string>>;
  readonly cardsDone: string;
  readonly menu: string;
  readonly search: string;
  readonly settings: string;
  readonly more: string;
  readonly about: string;
  readonly moreText: string;
  readonly aboutText: string;
  readonly settingsText: string;
  readonly saved: string;
  readonly mood: string;
  readonly anyMood: string;
  readonly time: string;
  readonly times: readonly (readonly [seconds: number, label: string])[];
  readonly anyTime: string;
  readonly what: string;
  readonly nothing: string;
  readonly again: string;
  readonly searchAgain: string;
  readonly old: string;
  readonly unknown: string;
  readonly away: string;
  readonly sorry: string;
  readonly kinds: Readonly<Record<TitleKind, string>>;
  readonly duration: (seconds: number) => string;
  readonly pages: (pages: number) => string;
  readonly episode: (season: number | null, number: number | null, name: string) => string;
  readonly playlist: string;
  readonly fits: string;
  readonly reason: (reason: SaidReason) => string;
  readonly shop: (name: string, price: string) => string;
  readonly blendOnlyGroups: string;
  readonly blendOf: (people: number) => string;
  readonly blendHow: string;
  readonly blendEmpty: string;
  readonly join: string;
  readonly leave: string;
  readonly joined: string;
  readonly left: string;
  readonly voted: string;
  readonly joinFirst: string;
  readonly full: string;
  readonly blendOver: string;
}

const WORDS: Readonly<Record<Language, Words>> = { en: EN, ru: RU };

export const wordsOf = (language: Language): Words => WORDS[language];
