/** What a title says to somebody in a mood, as a person judges it who knows the title. */
export interface MoodLabel {
  /** External id in the demo's catalogue. */
  readonly id: string;
  readonly name: string;
  /** Moods for which it is clearly a good choice. */
  readonly fits: readonly string[];
  /** Moods for which it is clearly a bad choice; what stands in neither list is a matter of taste. */
  readonly not: readonly string[];
  readonly why: string;
}

/**
 * Fifty titles of the demo's catalogue, labelled by hand before any weight of a mood was written, from knowing the titles and not from
 * their genres. Nothing reads them but the test of agreement.
 */
export const MOOD_LABELS: readonly MoodLabel[] = [
  label(
    'movielens:1',
    'Toy Story',
    'joyful comfort nostalgic lift',
    'tense focused',
    'Warm, funny and full of childhood; nothing bad lasts.',
  ),
  label(
    'movielens:4973',
    'Amelie',
    'joyful romantic lift',
    'tense energetic',
    'A shy woman mends other lives and her own: whimsical and tender.',
  ),
  label('movielens:117887', 'Paddington', 'joyful comfort lift', 'tense focused', 'Kindness wins every time.'),
  label('movielens:1265', 'Groundhog Day', 'joyful romantic lift', 'tense', 'Comedy of a man who learns to love his day.'),
  label('movielens:2671', 'Notting Hill', 'romantic joyful', 'tense energetic focused', 'A light love story with a happy end.'),
  label('movielens:8533', 'The Notebook', 'romantic', 'tense party energetic', 'A love of a lifetime, told for tears.'),
  label('movielens:215', 'Before Sunrise', 'romantic', 'tense party energetic', 'Two people talk through one night.'),
  label('movielens:1219', 'Psycho', 'tense', 'joyful calm comfort romantic party lift', 'Dread and murder.'),
  label('movielens:1214', 'Alien', 'tense', 'joyful calm comfort romantic party lift', 'A crew is hunted in the dark.'),
  label(
    'movielens:593',
    'The Silence of the Lambs',
    'tense',
    'joyful calm comfort romantic party lift',
    'A killer hunts, another one talks.',
  ),
  label('movielens:1258', 'The Shining', 'tense', 'joyful calm comfort romantic party lift', 'A family alone with madness.'),
  label('movielens:159817', 'Planet Earth', 'calm curious', 'tense party romantic', 'Slow and splendid pictures that teach.'),
  label('movielens:34072', 'March of the Penguins', 'calm curious', 'tense party', 'Quiet nature with one voice.'),
  label('movielens:3677', 'Baraka', 'calm curious', 'tense party romantic joyful', 'Pictures of the world without words.'),
  label('movielens:93721', 'Jiro Dreams of Sushi', 'calm curious', 'tense party romantic', 'A master at his craft, unhurried.'),
  label(
    'movielens:5669',
    'Bowling for Columbine',
    'curious',
    'calm comfort romantic party',
    'Asks why people shoot each other: you learn, and it hurts.',
  ),
  label('movielens:912', 'Casablanca', 'romantic nostalgic', 'party energetic', 'The love story of old Hollywood.'),
  label('movielens:899', 'Singin’ in the Rain', 'joyful nostalgic romantic lift', 'tense focused', 'Dance and laughter of old Hollywood.'),
  label('movielens:122882', 'Mad Max: Fury Road', 'energetic tense', 'calm comfort romantic', 'One long chase at full throttle.'),
  label('movielens:1036', 'Die Hard', 'energetic tense', 'calm comfort romantic', 'Shots, jokes and one barefoot man.'),
  label('movielens:2571', 'The Matrix', 'energetic', 'calm comfort romantic', 'Fights and a riddle about what is real.'),
  label(
    'movielens:527',
    'Schindler’s List',
    'focused',
    'joyful party calm romantic lift',
    'Grave and long: it asks for everything you have.',
  ),
  label(
    'movielens:3949',
    'Requiem for a Dream',
    '',
    'joyful comfort party calm lift romantic',
    'Four lives fall apart: for nobody who is low.',
  ),
  label('movielens:5690', 'Grave of the Fireflies', '', 'joyful party lift energetic', 'Two children starve in a war.'),
  label('movielens:68954', 'Up', 'comfort joyful lift', 'tense party', 'Loss, and then a flying house and a friend.'),
  label('movielens:5971', 'My Neighbor Totoro', 'comfort calm', 'tense party energetic', 'Gentle from the first picture to the last.'),
  label('movielens:6377', 'Finding Nemo', 'joyful comfort lift', 'tense focused', 'A father finds his son; bright and safe.'),
  label('movielens:60397', 'Mamma Mia!', 'joyful party romantic lift', 'tense focused', 'Abba, sun and a wedding.'),
  label('movielens:1380', 'Grease', 'joyful party nostalgic romantic', 'tense focused', 'The fifties sung and danced.'),
  label('movielens:69122', 'The Hangover', 'party', 'calm romantic focused', 'Loud jokes for a room of friends.'),
  label('movielens:2791', 'Airplane!', 'party joyful', 'tense focused romantic', 'A joke every ten seconds.'),
  label('movielens:54503', 'Superbad', 'party', 'calm tense focused', 'Rude and fast, best with friends.'),
  label('movielens:79132', 'Inception', 'focused tense', 'calm comfort romantic', 'Dreams in dreams: look away and you are lost.'),
  label('movielens:4226', 'Memento', 'focused tense', 'joyful comfort party romantic', 'Told backwards; every minute counts.'),
  label('movielens:4848', 'Mulholland Drive', 'focused tense', 'joyful comfort party lift', 'A riddle that never explains itself.'),
  label('movielens:924', '2001: A Space Odyssey', 'focused curious', 'party romantic', 'Slow, grand, and a question to the end.'),
  label('demo:sherlock', 'Sherlock', 'focused curious', 'calm romantic party', 'Riddles at speed.'),
  label('demo:fawlty-towers', 'Fawlty Towers', 'joyful', 'tense focused', 'Farce that never stops.'),
  label('demo:chernobyl', 'Chernobyl', 'tense', 'joyful comfort romantic party lift', 'Dread that really happened.'),
  label('goodreads:5907', 'The Hobbit', 'comfort nostalgic', 'tense', 'A small person leaves home and comes back.'),
  label('goodreads:11588', 'The Shining', 'tense', 'joyful calm comfort romantic lift', 'A hotel that wants a family.'),
  label('goodreads:18007564', 'The Martian', 'curious energetic', 'romantic calm', 'Science against death, with jokes.'),
  label('goodreads:17245', 'Dracula', 'tense', 'joyful calm comfort lift', 'The old dread of the night.'),
  label('spotify:32OlwWuMpZ6b0aN2RZOeMS', 'Uptown Funk', 'party joyful energetic lift', 'calm focused comfort', 'Nobody stands still.'),
  label('spotify:57bgtoPSgt236HzfBOd8kj', 'Thunderstruck', 'energetic', 'calm comfort romantic focused', 'Loud from the first riff.'),
  label('spotify:1bhUWB0zJMIKr9yVPrkEuI', 'Perfect Duet', 'romantic calm', 'party energetic tense', 'A slow dance for two.'),
  label('spotify:6QPKYGnAW9QozVz2dSWqRg', 'Someone Like You', 'comfort', 'party energetic joyful', 'Tears with a piano.'),
  label('spotify:69kOkLUCkxIZYexIgSG8rq', 'Get Lucky', 'party joyful lift', 'tense focused', 'Light feet and a good night.'),
  label('spotify:3pRaLNL3b8x5uBOcsgvdqM', 'Hallelujah', 'calm comfort', 'party energetic joyful', 'A voice and a guitar in the dark.'),
  label('spotify:5UqCQaDshqbIk3pkhy4Pjg', 'Levels', 'party energetic', 'calm focused comfort', 'Built for a hall with raised hands.'),
];

function label(id: string, name: string, fits: string, not: string, why: string): MoodLabel {
  return { id, name, fits: fits.split(' ').filter(Boolean), not: not.split(' ').filter(Boolean), why };
}
