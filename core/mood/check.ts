import { badInput } from '../errors';
import { isText } from '../text';
import { LISTED_KINDS } from '../title';
import type { MoodDraft } from './mood';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 64;
const LONGEST_WORD = 100;
const MOST_WORDS = 50;
const MOST_WEIGHTS = 500;
const FASTEST = 400;

/** Whether a mood can have this id. */
export function isMoodId(id: string): boolean {
  return ID.test(id) && id.length <= LONGEST_ID;
}

/** Judges a mood as somebody wrote it. Throws BAD_INPUT on the field at fault, below `input`; a mood that nothing speaks for is refused. */
export function checkMood(mood: MoodDraft): void {
  if (!isMoodId(mood.id))
    throw badInput(
      'input.id',
      'The id is not one that a mood can have.',
      `lower-case words joined by hyphens, up to ${LONGEST_ID} letters`,
    );
  for (const language of ['en', 'ru'] as const) checkWord(mood.names[language], `input.names.${language}`);
  checkCount(mood.words.length, MOST_WORDS, 'input.words');
  mood.words.forEach((word, at) => {
    checkWord(word, `input.words[${at}]`);
  });
  checkGenres(mood.genres);
  checkTags(mood.tags);
  checkSound(mood.sound);
  const speaks = mood.sound.length > 0 || [...mood.genres, ...mood.tags].some(({ weight }) => weight > 0);
  if (!speaks) throw badInput('input.genres', 'Nothing speaks for the mood.', 'a weight above 0 of a genre, a tag or a fact of sound');
}

function checkGenres(genres: MoodDraft['genres']): void {
  checkCount(genres.length, MOST_WEIGHTS, 'input.genres');
  const known = new Set<string>();
  genres.forEach(({ kind, genre, weight }, at) => {
    const field = `input.genres[${at}]`;
    if (!LISTED_KINDS.some((listed) => listed === kind))
      throw badInput(`${field}.kind`, 'No list holds that kind.', LISTED_KINDS.join(', '));
    checkWord(genre, `${field}.genre`);
    checkOnce(known, `${kind} ${genre.toLowerCase()}`, `${field}.genre`);
    checkWeight(weight, -1, `${field}.weight`);
  });
}

function checkTags(tags: MoodDraft['tags']): void {
  checkCount(tags.length, MOST_WEIGHTS, 'input.tags');
  const known = new Set<string>();
  tags.forEach(({ tag, weight }, at) => {
    checkWord(tag, `input.tags[${at}].tag`);
    checkOnce(known, tag.toLowerCase(), `input.tags[${at}].tag`);
    checkWeight(weight, -1, `input.tags[${at}].weight`);
  });
}

function checkSound(sound: MoodDraft['sound']): void {
  const known = new Set<string>();
  sound.forEach(({ fact, from, to, weight }, at) => {
    const field = `input.sound[${at}]`;
    checkOnce(known, fact, `${field}.fact`);
    const most = fact === 'tempo' ? FASTEST : 1;
    if (!(from >= 0 && from <= most)) throw badInput(`${field}.from`, `from is out of range: it came as ${from}.`, `0 to ${most}`);
    if (!(to >= from && to <= most)) throw badInput(`${field}.to`, `to is out of range: it came as ${to}.`, `${from} to ${most}`);
    checkWeight(weight, 0, `${field}.weight`);
    if (weight === 0) throw badInput(`${field}.weight`, 'A weight of 0 says nothing.', 'above 0, up to 1');
  });
}

function checkWord(word: string, field: string): void {
  if (word.trim() !== word || !isText(word, LONGEST_WORD, 1))
    throw badInput(
      field,
      'The words cannot be kept as they came.',
      `1 to ${LONGEST_WORD} characters, without blanks at the ends and without NUL`,
    );
}

function checkWeight(weight: number, least: number, field: string): void {
  if (!(weight >= least && weight <= 1))
    throw badInput(field, `The weight is out of range: it came as ${weight}.`, `a number from ${least} to 1`);
}

function checkOnce(known: Set<string>, name: string, field: string): void {
  if (known.has(name)) throw badInput(field, 'It stands there twice.', 'each once');
  known.add(name);
}

function checkCount(count: number, most: number, field: string): void {
  if (count > most) throw badInput(field, `There are ${count}.`, `at most ${most}`);
}
