import type { Sound } from '../sound';
import { TitleKind } from '../title';
import { type MoodDraft, MoodMatch } from './mood';

/** Names with their weights, `Comedy 0.7, Science fiction -0.2`: a table a line, to be read side by side. */
type Weights = string;
type Ranges = Readonly<Partial<Record<Sound, readonly [from: number, to: number, weight: number]>>>;

/** A mood as it is written down here: series and clips go by the genres of films. */
interface Written {
  readonly names: MoodDraft['names'];
  readonly words: readonly string[];
  readonly match?: MoodMatch;
  readonly films: Weights;
  readonly books: Weights;
  readonly tracks: Weights;
  readonly tags: Weights;
  readonly sound: Ranges;
}

/** The moods that every installation begins with; docs/moods.md says why each is as it is. */
const WRITTEN: Readonly<Record<string, Written>> = {
  joyful: {
    names: { en: 'Joyful', ru: 'Радость' },
    words: ['happy', 'cheerful', 'весело', 'радостно'],
    films:
      'Horror -1, War -0.8, Thriller -0.7, Crime -0.6, Film-Noir -0.6, Comedy 0.7, Musical 0.7, Animation 0.3, Children 0.2, Romance 0.1, Drama -0.5, Documentary -0.6, Mystery -0.5',
    books: 'Humor 0.9, Comedy 0.8, Children 0.4, Horror -1, Thriller -0.6, History -0.4',
    tracks: 'Pop 0.3, Latin 0.3, EDM 0.1, Rap -0.2, Ska 0.5, Reggae 0.3, Country 0.1, Classical -0.2, Opera -0.3, Blues -0.4',
    tags: 'funny 0.5, hilarious 0.5, feel-good 0.6, fun 0.5, witty 0.3, humorous 0.4, depressing -0.8, dark -0.6, disturbing -0.8, sad -0.7',
    sound: { valence: [0.7, 1, 1], energy: [0.5, 0.9, 0.5] },
  },
  calm: {
    names: { en: 'Calm', ru: 'Спокойствие' },
    words: ['relaxed', 'quiet', 'спокойно', 'тихо'],
    films:
      'Horror -1, War -0.8, Thriller -0.7, Crime -0.6, Film-Noir -0.6, Documentary 0.6, Drama 0.3, Animation 0.2, Children 0.2, Romance 0.1, Action -1, Comedy -0.3, Sci-Fi -0.4, Adventure -0.3, Mystery -0.4, Musical -0.2, IMAX 0.1',
    books: 'Classic 0.5, Poetry 0.9, Philosophy 0.6, Historical fiction 0.3, Horror -1, Thriller -0.9, Adventure -0.6',
    tracks: 'R&B 0.2, EDM -0.4, Rap -0.5, Classical 0.7, Folk 0.5, Jazz 0.4, Blues 0.1, Reggae 0.1, Ska -0.5',
    tags: 'atmospheric 0.3, beautiful scenery 0.6, beautiful 0.4, meditative 0.8, peaceful 0.8, nature 0.5, violence -0.8, violent -0.8, tense -0.8, disturbing -0.8',
    sound: { energy: [0, 0.4, 1], acousticness: [0.5, 1, 0.7], tempo: [0, 115, 0.3] },
  },
  comfort: {
    names: { en: 'Sad, and wanting comfort', ru: 'Грустно, хочется утешения' },
    words: ['sad', 'blue', 'lonely', 'грустно', 'одиноко'],
    films:
      'Horror -1, War -0.8, Thriller -0.7, Crime -0.6, Film-Noir -0.6, Children 0.6, Animation 0.4, Fantasy 0.2, Drama 0.3, Romance 0.1, Action -0.6, Sci-Fi -0.3, Documentary -0.4, Mystery -0.3',
    books: 'Classic 0.4, Fantasy 0.3, Historical fiction 0.2, Children 0.7, Horror -1, Thriller -0.8, Science fiction -0.2',
    tracks: 'R&B 0.2, EDM -0.5, Rap -0.5, Folk 0.5, Blues 0.4, Classical 0.3, Jazz 0.2, Country 0.2, Ska -0.4',
    tags: 'heartwarming 0.9, touching 0.6, sweet 0.6, friendship 0.5, family 0.4, feel-good 0.6, poignant 0.2, bittersweet 0.3, depressing -0.9, bleak -0.9, disturbing -0.9, violence -0.8',
    sound: { energy: [0.1, 0.5, 0.8], valence: [0.1, 0.5, 0.6], acousticness: [0.4, 1, 0.8] },
  },
  romantic: {
    names: { en: 'Romantic', ru: 'Романтика' },
    words: ['in love', 'love', 'влюблённость', 'любовь'],
    films:
      'Horror -1, War -0.8, Thriller -0.7, Crime -0.6, Film-Noir -0.6, Romance 1, Musical 0.1, Drama 0.1, Action -0.7, Sci-Fi -0.5, Documentary -0.8, Children -0.4, Animation -0.3, Adventure -0.3, Western -0.4',
    books: 'Romance 1, Historical fiction 0.5, Classic 0.1, Horror -1, Thriller -0.8, Science fiction -0.5',
    tracks: 'R&B 0.5, Latin 0.2, Pop 0.1, Rap -0.6, EDM -0.3, Jazz 0.4, Classical 0.2, Country 0.1, Ska -0.4',
    tags: 'romance 0.8, romantic 0.8, love story 0.9, jane austen 0.7, wedding 0.4, marriage 0.2, divorce -0.4, violence -0.7',
    sound: { energy: [0.2, 0.6, 1], valence: [0.25, 0.7, 0.5], tempo: [60, 120, 0.6] },
  },
  tense: {
    names: { en: 'In the mood for suspense', ru: 'Хочется напряжения' },
    words: ['tense', 'thrill', 'scary', 'напряжённо', 'страшно'],
    films:
      'Thriller 0.7, Horror 0.8, Crime 0.2, Mystery 0.2, Film-Noir 0.2, Comedy -1, Children -1, Animation -0.5, Musical -1, Romance -0.6, Documentary -0.7, Fantasy -0.3',
    books: 'Horror 1, Thriller 0.9, Mystery 0.6, Crime 0.6, Adventure -0.1, Fantasy -0.4, Children -1, Humor -1',
    tracks: 'Rock 0.2, Rap 0.2, Latin -0.3, Pop -0.1, Classical 0.1, Opera 0.1, Folk -0.2, Country -0.3, Ska -0.3, Reggae -0.5',
    tags: 'suspense 0.8, suspenseful 0.8, tense 0.9, creepy 0.7, disturbing 0.5, paranoia 0.5, serial killer 0.6, claustrophobic 0.6, intense 0.4, funny -0.6, feel-good -0.8',
    sound: { energy: [0.65, 1, 0.7], valence: [0, 0.3, 1] },
  },
  curious: {
    names: { en: 'Curious', ru: 'Любопытство' },
    words: ['interested', 'learn', 'интересно', 'узнать новое'],
    films:
      'Documentary 0.9, Sci-Fi 0.6, Mystery 0.4, History 0.6, Adventure 0.1, Action -0.5, Romance -0.7, Horror -0.7, Comedy -0.3, Musical -0.8, Children -0.5, Crime -0.2, Thriller -0.1',
    books: 'Science fiction 0.6, Science 0.9, History 0.7, Nonfiction 0.9, Biography 0.7, Philosophy 0.6, Horror -0.4, Romance -0.6',
    tracks: 'Rock 0.3, EDM 0.2, Pop -0.4, World 0.6, Jazz 0.5, Classical 0.4, Folk 0.3, Opera 0.3',
    tags: 'thought-provoking 0.8, philosophy 0.6, philosophical 0.6, space 0.5, nasa 0.5, artificial intelligence 0.6, intelligent 0.5, psychology 0.4, interesting 0.5, true story 0.3, mind-bending 0.5, predictable -0.6, boring -0.7',
    sound: { tempo: [60, 110, 0.3], energy: [0.3, 0.7, 0.7], acousticness: [0.2, 0.7, 0.5] },
  },
  nostalgic: {
    names: { en: 'Nostalgic', ru: 'Ностальгия' },
    words: ['memories', 'old times', 'воспоминания', 'как раньше'],
    films:
      'Musical 0.6, Western 0.7, Film-Noir 0.6, Children 0.3, Romance 0.3, Adventure 0.2, War 0.1, Horror -0.6, Sci-Fi -0.3, Documentary -0.4, Thriller -0.5, IMAX -1, Action -0.1',
    books: 'Classic 0.9, Historical fiction 0.5, History 0.3, Science fiction -0.3, Thriller -0.4, Horror -0.6',
    tracks: 'Rock 0.6, R&B 0.1, Rap -0.4, EDM -0.8, Blues 0.4, Country 0.4, Jazz 0.3, Folk 0.3',
    tags: 'classic 0.8, nostalgic 0.9, nostalgia 0.9, 1970s 0.6, 1980s 0.6, 1950s 0.6, black and white 0.6, adolescence 0.3, disney 0.4, christmas 0.4, high school 0.2, astaire and rogers 0.7',
    sound: { energy: [0.3, 0.6, 0.6], valence: [0.4, 0.8, 0.4], acousticness: [0.3, 0.8, 0.8] },
  },
  energetic: {
    names: { en: 'Full of energy', ru: 'Энергия' },
    words: ['active', 'sport', 'бодро', 'энергично'],
    films:
      'Action 0.9, Adventure 0.3, IMAX 0.2, Sci-Fi 0.1, Thriller 0.1, Drama -0.5, Romance -0.6, Documentary -0.9, Horror -0.4, Mystery -0.3, Children -0.4, Animation -0.2, Musical -0.3, Comedy -0.1',
    books: 'Adventure 0.8, Science fiction 0.1, Thriller 0.4, Classic -0.4, History -0.4, Poetry -0.8',
    tracks: 'Rock 0.2, EDM 0.4, Rap 0.1, R&B -0.4, Ska 0.3, Country -0.1, Jazz -0.3, Blues -0.3, Classical -0.4, Folk -0.4, Opera -0.4',
    tags: 'action 0.5, adventure 0.3, martial arts 0.5, superhero 0.3, awesome 0.3, boxing 0.3, boring -0.8, slow -0.8, meditative -0.8',
    sound: { energy: [0.8, 1, 1], tempo: [115, 200, 0.5] },
  },
  focused: {
    names: { en: 'Focused', ru: 'Сосредоточенность' },
    words: ['concentrate', 'think', 'подумать', 'сконцентрироваться'],
    films:
      'Mystery 0.5, Drama 0.4, Film-Noir 0.3, War 0.3, Sci-Fi 0.3, Crime 0.2, Comedy -1, Children -1, Animation -0.4, Musical -0.9, Romance -0.5, Horror -0.6, Action -0.3, Adventure -0.2, Fantasy -0.4',
    books: 'Science fiction 0.4, Mystery 0.6, Philosophy 0.9, Science 0.8, Classic 0.3, History 0.4, Adventure -0.4, Romance -0.5',
    tracks: 'EDM 0.1, Rap -0.8, Latin -0.4, Pop -0.2, Classical 0.7, Jazz 0.4, Folk 0.1, Opera -0.1, Country -0.3, Ska -0.6',
    tags: 'cerebral 0.8, thought-provoking 0.4, twist ending 0.5, nonlinear 0.6, complicated 0.5, mind-bending 0.5, psychological 0.4, clever 0.3, intelligent 0.4, mindfuck 0.5, funny -0.6, silly -0.8',
    sound: { energy: [0.2, 0.55, 1], acousticness: [0.25, 1, 0.6], valence: [0.1, 0.5, 0.3] },
  },
  lift: {
    names: { en: 'Low, and wanting a lift', ru: 'Нет сил, хочется подъёма' },
    words: ['tired', 'down', 'cheer me up', 'поднять настроение', 'устал'],
    match: MoodMatch.LIFT,
    films:
      'Horror -1, War -0.8, Thriller -0.7, Crime -0.6, Film-Noir -0.6, Comedy 0.5, Fantasy 0.5, Adventure 0.5, Romance 0.2, Musical 0.3, Animation 0.1, Drama -0.2, Documentary -0.6, Mystery -0.5, Sci-Fi -0.2, Western -0.3',
    books: 'Adventure 0.5, Fantasy 0.5, Humor 0.9, Horror -1, Thriller -0.7, History -0.4',
    tracks: 'Pop 0.2, Latin 0.2, Rock 0.1, Rap -0.4, Ska 0.4, Reggae 0.3, Country 0.1, Opera -0.3, Blues -0.4',
    tags: 'inspirational 0.8, inspiring 0.8, feel-good 0.9, heartwarming 0.6, whimsical 0.5, hope 0.6, fun 0.4, girl power 0.4, depressing -1, dark -0.7, bleak -1',
    sound: { valence: [0.65, 0.95, 1], energy: [0.6, 0.85, 0.7], acousticness: [0, 0.3, 0.2] },
  },
  party: {
    names: { en: 'Party', ru: 'Вечеринка' },
    words: ['friends', 'dance', 'с друзьями', 'танцы'],
    films:
      'Comedy 0.7, Musical 0.3, Action 0.3, Crime 0.2, Drama -0.9, Romance -0.4, War -1, Children -0.5, Animation -0.4, Fantasy -0.3, Documentary -0.8, Mystery -0.6, Film-Noir -0.8, Thriller -0.4, Horror -0.2, Sci-Fi -0.2, Adventure -0.2',
    books: 'Humor 0.9, Comedy 0.8, Horror -0.5, Classic -0.5, History -0.5',
    tracks:
      'EDM 0.5, Latin 0.4, Pop 0.2, Rap 0.1, Rock -0.2, Ska 0.3, Reggae 0.2, Country -0.2, Jazz -0.4, Folk -0.5, Blues -0.5, Classical -0.8, Opera -0.9',
    tags: 'crude humor 0.6, parody 0.5, spoof 0.5, will ferrell 0.4, high school 0.2, hilarious 0.5, music 0.2, dance 0.5, depressing -1, sad -0.9, slow -0.8',
    sound: { energy: [0.75, 1, 1], tempo: [98, 130, 0.5], valence: [0.55, 1, 0.8] },
  },
};

/** Catalogues that know a genre by another name, or a narrower one, are as good. */
type OtherNames = Readonly<Record<string, readonly string[]>>;
const FILMS_ALSO: OtherNames = { Children: ['Family', 'Kids'], Musical: ['Music'], 'Sci-Fi': ['Science Fiction'], War: ['War & Politics'] };
const BOOKS_ALSO: OtherNames = { Classic: ['Classics', 'World literature'], Adventure: ['Action'], Children: ['Childrens'] };
const TRACKS_ALSO: OtherNames = {
  EDM: ['Dance', 'Electronic'],
  Rap: ['Hip-Hop'],
  Rock: ['Alternative', 'Indie'],
  'R&B': ['Soul'],
  Latin: ['Reggaeton'],
};

const FILM_KINDS = [TitleKind.MOVIE, TitleKind.SHOW, TitleKind.VIDEO] as const;

function weighed(weights: Weights): [name: string, weight: number][] {
  return weights.split(', ').map((each) => {
    const at = each.lastIndexOf(' ');
    return [each.slice(0, at), Number(each.slice(at))];
  });
}

/** The weights, and the same ones for other names of a genre that they do not weigh already. */
function withOthers(weights: Weights, others: OtherNames): readonly (readonly [name: string, weight: number])[] {
  const own = weighed(weights);
  const known = new Set(own.map(([name]) => name));
  const also = own.flatMap(([name, weight]) => (others[name] ?? []).map((other) => [other, weight] as const));
  return [...own, ...also.filter(([name]) => !known.has(name))];
}

/** The shipped moods, in the order in which they are offered. */
export const SHIPPED_MOODS: readonly MoodDraft[] = Object.entries(WRITTEN).map(
  ([id, { names, words, match, films, books, tracks, ...rest }]) => ({
    id,
    names,
    words,
    match: match ?? MoodMatch.MATCH,
    genres: [
      ...FILM_KINDS.flatMap((kind) => withOthers(films, FILMS_ALSO).map(([genre, weight]) => ({ kind, genre, weight }))),
      ...withOthers(books, BOOKS_ALSO).map(([genre, weight]) => ({ kind: TitleKind.BOOK, genre, weight })),
      ...withOthers(tracks, TRACKS_ALSO).map(([genre, weight]) => ({ kind: TitleKind.TRACK, genre, weight })),
    ],
    tags: weighed(rest.tags).map(([tag, weight]) => ({ tag, weight })),
    sound: Object.entries(rest.sound).map(([fact, [from, to, weight]]) => ({ fact: fact as Sound, from, to, weight })),
  }),
);
