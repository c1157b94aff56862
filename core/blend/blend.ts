import { audienceAge, CERTIFICATE_AGES } from '../certificate';
import { badInput } from '../errors';
import { isText } from '../text';
import { LISTED_KINDS, TitleKind } from '../title';
import { BlendStrategy } from './strategy';
import { POWERS } from './tag-taste';

/** What a blend goes by. */
export enum BlendTaste {
  /** The model that ranks everyone's lists. */
  MODEL = 'MODEL',
  /** Tags of what each watched, as the original did. */
  TAGS = 'TAGS',
}

/** Where tag vectors come from. */
export enum TagSource {
  /** A tag genome that was imported. */
  GENOME = 'GENOME',
  /** Genres and tags of the catalogue, and what the model's factors tell of tags. */
  ATTRIBUTES = 'ATTRIBUTES',
}

/** What the members of a blend agree on. */
export interface BlendSettings {
  readonly name: string | null;
  readonly strategy: BlendStrategy;
  readonly taste: BlendTaste;
  /** Exponent of the mean that a taste by tags is made with. */
  readonly power: number;
  /** Only titles of these kinds; empty: films and shows. */
  readonly kinds: readonly TitleKind[];
  /** The time that they have together, in seconds; null: all evening. */
  readonly seconds: number | null;
  /** Fit for the youngest of them. */
  readonly certificate: string | null;
  /** True: what some of them have seen may come again, though not what all have. */
  readonly rewatch: boolean;
}

/** A blend as stored. */
export interface Blend extends BlendSettings {
  readonly id: number;
  readonly version: number;
  readonly createdAt: Date;
}

/** Somebody in a blend. */
export interface BlendMember {
  readonly userId: number;
  readonly joinedAt: Date;
  /** Whether reasons may name what this one watched to the others; they do where all agree. */
  readonly agrees: boolean;
}

export const MOST_MEMBERS = 8;

/** A blend of which nobody has said anything yet. */
export const NEW_BLEND: BlendSettings = {
  name: null,
  strategy: BlendStrategy.AVERAGE,
  taste: BlendTaste.MODEL,
  power: 0.5,
  kinds: [],
  seconds: null,
  certificate: null,
  rewatch: false,
};

/** What a blend is of where nobody chose: of books and music there is no evening together. */
export const BLENDED_KINDS: readonly TitleKind[] = [TitleKind.MOVIE, TitleKind.SHOW];

const LONGEST_NAME = 100;
const LONGEST_SECONDS = 7 * 86_400;

/** Throws BAD_INPUT for the first field whose value means nothing. */
export function checkBlend(settings: Partial<BlendSettings>): void {
  const { name, power, kinds, seconds, certificate } = settings;
  if (name !== undefined && name !== null && !(isText(name, LONGEST_NAME) && name.trim().length > 0))
    throw badInput('input.name', 'The name cannot be used.', `1 to ${LONGEST_NAME} letters`);
  if (power !== undefined && !POWERS.includes(power)) throw badInput('input.power', `The power came as ${power}.`, POWERS.join(' or '));
  const listed: readonly TitleKind[] = LISTED_KINDS;
  const odd = kinds?.find((kind) => !listed.includes(kind));
  if (odd !== undefined) throw badInput('input.kinds', `Lists hold no ${odd}.`, LISTED_KINDS.join(', '));
  if (seconds !== undefined && seconds !== null && !(Number.isInteger(seconds) && seconds > 0 && seconds <= LONGEST_SECONDS))
    throw badInput('input.seconds', `The time came as ${seconds}.`, `1 to ${LONGEST_SECONDS} seconds`);
  if (certificate !== undefined && certificate !== null && audienceAge(certificate) === null)
    throw badInput('input.certificate', 'The certificate is not one that we know.', Object.keys(CERTIFICATE_AGES).join(', '));
}

/** Whether a blend needs tag vectors: the original's always does. */
export function goesByTags({ strategy, taste }: Pick<BlendSettings, 'strategy' | 'taste'>): boolean {
  return strategy === BlendStrategy.ORIGINAL || taste === BlendTaste.TAGS;
}
