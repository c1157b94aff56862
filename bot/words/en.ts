import type { SaidReason, Words } from './words';

export const EN: Words = {
  greeting: 'Hello! I find films, series, books and music for your mood and your free time. First, what do you like?',
  commands: [
    { command: 'start', description: 'Begin, or see the menu' },
    { command: 'search', description: 'Find something for now' },
    { command: 'settings', description: 'Change the genres you like' },
    { command: 'blend', description: 'In a group: choose together' },
  ],
  genres: {
    films: 'Which films and series do you like? Tap as many as you want, then Done.',
    music: 'Which music do you like? Tap as many as you want, then Done.',
    books: 'Which books do you like? Tap as many as you want, then Done.',
  },
  choices: { films: '🎬 Films', series: '📺 Series', books: '📚 Books', music: '🎵 Music' },
  everything: '✨ A bit of everything',
  done: 'Done',
  back: 'Back',
  card: (number, most) => `Do you like it? ${number} of ${most}`,
  enough: 'Enough of this',
  like: '👍 Like',
  dontKnow: '🤷 Don’t know',
  dislike: '👎 Dislike',
  noted: { l: 'You like it: noted.', n: 'Noted: you do not know it.', d: 'Noted: it will not come again.' },
  cardsDone: 'Thank you! That is enough to begin with; every answer later makes it better.',
  menu: 'What would you like to do?',
  search: '🔎 Search',
  settings: '⚙️ Settings',
  more: '💡 More',
  about: 'ℹ️ About',
  moreText:
    'Tell me your mood and how much time you have, and I choose what fits: a film, the next episode, some chapters, or a playlist that fills the time.\n\n' +
    'Say Like, Don’t know or Dislike below each: the next list is better for it.\n\nIn a group, /blend finds something for all of you.',
  aboutText:
    'I am a bot of Kinograph. I keep which genres you like, what you answered and what I showed you, and nothing else of you. Shops learn nothing of who you are.',
  settingsText: 'What do you want to change?',
  saved: 'Saved.',
  mood: 'How do you feel?',
  anyMood: 'Any mood',
  time: 'How much time do you have?',
  times: [
    [600, '10 min'],
    [1_800, '30 min'],
    [3_600, '1 hour'],
    [7_200, '2 hours'],
    [14_400, 'The evening'],
  ],
  anyTime: 'As long as it takes',
  what: 'What shall it be?',
  nothing: 'Nothing fits that. Try another mood, or more time.',
  again: 'Here you are. Something else?',
  searchAgain: '🔎 Search again',
  old: 'That button is from before. The newest message has the ones that work.',
  unknown: 'I understand buttons best. Here is what I can do.',
  away: 'I cannot reach Kinograph right now. I keep trying and answer as soon as I can.',
  sorry: 'Something went wrong here. Please try again from /start.',
  kinds: { MOVIE: 'film', SHOW: 'series', EPISODE: 'episode', BOOK: 'book', TRACK: 'track', VIDEO: 'video' },
  duration: (seconds) => {
    const minutes = Math.max(1, Math.round(seconds / 60));
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return `${minutes} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  },
  pages: (pages) => (pages === 1 ? '1 page' : `${pages} pages`),
  episode: (season, number, name) => [season !== null && number !== null ? `S${season} E${number}` : 'the next episode', name].join(', '),
  playlist: 'A playlist for it',
  fits: 'Fits',
  reason: reasonIn,
  shop: (name, price) => `🛒 ${name}, ${price}`,
  blendOnlyGroups: 'A blend is for groups: add me to a group and say /blend there.',
  blendOf: (people) => (people === 1 ? 'A list for one of you so far' : `A list for ${people} of you`),
  blendHow: 'Join, then vote: 👍 for, 👎 against, 🚫 never.',
  blendEmpty: 'There is nothing to show yet.',
  join: 'Join',
  leave: 'Leave',
  joined: 'You are in: the list counts you now.',
  left: 'You are out.',
  voted: 'Your vote counts.',
  joinFirst: 'Join first, then vote.',
  full: 'This blend takes nobody more.',
  blendOver: 'This list is over. Say /blend to begin a new one.',
};

function reasonIn({ code, title, genre }: SaidReason): string {
  switch (code) {
    case 'BECAUSE_WATCHED':
      return title ? `Because of ${title}` : 'Because of what you liked';
    case 'SIMILAR_TITLE':
      return title ? `Like ${title}` : 'Like what you liked';
    case 'LIKED_GENRE':
      return genre ? `You like ${genre}` : 'A genre you like';
    case 'SIMILAR_USERS':
      return 'People with your taste liked it';
    case 'TRENDING':
      return 'Many choose it now';
    case 'POPULAR':
      return 'Well liked';
    case 'MOOD_MATCH':
      return 'For your mood';
    case 'FITS_TIME':
      return 'Fits your time';
    case 'GROUP_COMPROMISE':
      return 'Something for everyone';
    case 'EDITORIAL':
      return 'Chosen by the editors';
    case 'EXPLORATION':
      return 'Something new';
    case 'FALLBACK':
      return 'You may not know it yet';
  }
}
