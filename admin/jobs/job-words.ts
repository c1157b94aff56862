const WORDS: Readonly<Record<string, string>> = {
  train: 'Training',
  tune: 'Search for settings',
  'train-likes': 'Learning of likes',
  'group-personalities': 'Grouping of personalities',
  maintain: 'Housekeeping',
  replay: 'Rebuilding of interactions',
  'roll-up': 'Counting',
  'import-titles': 'Import of titles',
  'import-scenes': 'Import of scenes',
  'import-catalogue': 'Import of a catalogue',
  'import-genome': 'Import of the tag genome',
  'import-history': 'Import of a viewing history',
  'export-model': 'Export of a model to S3',
  'import-model': 'Import of a model from S3',
  'import-interactions': 'Import of interactions from S3',
  'export-personalize': 'Export for Amazon Personalize',
  'sync-personalize': 'Sync with Amazon Personalize',
  'import-offers': 'Import of a shop’s offers',
  'change-titles': 'Change of many titles',
  'undo-change-set': 'Undoing of a change',
  forget: 'Forgetting of a person',
  attend: 'Look for what needs attention',
  alert: 'Alert',
};

const DOES: Readonly<Record<string, string>> = {
  train: 'Learns a model from all interactions and measures it; the gate decides whether it goes live.',
  tune: 'Searches for settings that rank better, on data set aside.',
  maintain: 'Makes room ahead and removes what is out of date.',
  'train-likes': 'Learns who likes what of each kind of title, and measures it beside simple guesses.',
  'group-personalities': 'Counts how many people like the same genres.',
  replay: 'Rebuilds every interaction from the log of events.',
  'roll-up': 'Adds up what people do, for trends and charts.',
  attend: 'Looks for what needs somebody: failed work, an old model, intake that has fallen.',
};

/** What a job is called by people; its own name with spaces where nobody has found a better one. */
export function jobWords(name: string): string {
  const plain = name.replaceAll('-', ' ');
  return WORDS[name] ?? `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`;
}

/** What a job does, in one sentence; null where its name says it. */
export function jobDoes(name: string): string | null {
  return DOES[name] ?? null;
}

/** Every kind that a filter offers, whatever the server runs beside. */
export const KNOWN_JOBS: readonly string[] = Object.keys(WORDS);

/** What may be started by a click; trainings and searches have forms among the models. */
export const PLAIN_JOBS: readonly string[] = ['maintain', 'roll-up', 'replay', 'train-likes', 'group-personalities'];
