import type { EngineName, PlacementRowFragment, SavePlacementInput } from '../generated/placements';

/** A placement as its form holds it: numbers as they are typed, lists as texts; what the form has no field for stays in `rest`. */
export interface Draft {
  readonly name: string;
  readonly description: string;
  readonly engine: EngineName;
  /** Empty: none. */
  readonly shadow: EngineName | '';
  readonly shadowShare: number;
  readonly kinds: readonly string[];
  readonly genres: readonly string[];
  readonly mood: string;
  readonly freeMinutes: string;
  readonly perKind: string;
  readonly maxMinutes: string;
  readonly yearFrom: string;
  readonly yearTo: string;
  readonly maxCertificate: string;
  readonly region: string;
  readonly locale: string;
  readonly excludeSeen: boolean;
  readonly excludeServed: boolean;
  readonly diversity: number;
  readonly explorationShare: number;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** What a list does where nobody says anything; such fields are not saved, so that they follow when Kinograph's own defaults change. */
const DEFAULTS = { excludeSeen: true, excludeServed: false, diversity: 0, explorationShare: 0.1 } as const;

export const NEW: Draft = {
  name: '',
  description: '',
  engine: 'LOCAL',
  shadow: '',
  shadowShare: 0.1,
  kinds: [],
  genres: [],
  mood: '',
  freeMinutes: '',
  perKind: '',
  maxMinutes: '',
  yearFrom: '',
  yearTo: '',
  maxCertificate: '',
  region: '',
  locale: '',
  ...DEFAULTS,
  rest: {},
};

type Json = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const flagOf = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

/** The form of a placement that is there. */
export function draftOf({ name, description, engine, shadow, shadowShare, input }: PlacementRowFragment): Draft {
  const { kinds, genres, perKind, maxTitleSeconds, yearFrom, yearTo, maxCertificate, region, locale, ...others }: Json = input;
  const { mood, availableSeconds, excludeSeen, excludeServed, diversity, explorationShare, ...rest } = others;
  return {
    name,
    description,
    engine,
    shadow: shadow ?? '',
    shadowShare,
    kinds: textsOf(kinds),
    genres: textsOf(genres),
    mood: textOf(mood),
    freeMinutes: typeof availableSeconds === 'number' ? textOf(availableSeconds / 60) : '',
    perKind: textOf(perKind),
    maxMinutes: typeof maxTitleSeconds === 'number' ? textOf(maxTitleSeconds / 60) : '',
    yearFrom: textOf(yearFrom),
    yearTo: textOf(yearTo),
    maxCertificate: textOf(maxCertificate),
    region: textOf(region),
    locale: textOf(locale),
    excludeSeen: flagOf(excludeSeen, DEFAULTS.excludeSeen),
    excludeServed: flagOf(excludeServed, DEFAULTS.excludeServed),
    diversity: numberOf(diversity, DEFAULTS.diversity),
    explorationShare: numberOf(explorationShare, DEFAULTS.explorationShare),
    rest,
  };
}

/** The fields of RecommendationsInput that a draft sets; a default is left out, and a number that is none goes as it was typed, to be refused. */
export function inputOf(draft: Draft): Record<string, unknown> {
  const set = (name: string, value: unknown, isSet: boolean): object => (isSet ? { [name]: value } : {});
  const number = (name: string, typed: string, factor = 1): object => set(name, whole(typed, factor), typed.trim() !== '');
  const word = (name: 'mood' | 'maxCertificate' | 'region' | 'locale'): object => set(name, draft[name].trim(), draft[name].trim() !== '');
  const other = (name: keyof typeof DEFAULTS): object => set(name, draft[name], draft[name] !== DEFAULTS[name]);
  return {
    ...draft.rest,
    ...set('kinds', draft.kinds, draft.kinds.length > 0),
    ...set('genres', draft.genres, draft.genres.length > 0),
    ...word('mood'),
    ...number('availableSeconds', draft.freeMinutes, 60),
    ...number('perKind', draft.perKind),
    ...number('maxTitleSeconds', draft.maxMinutes, 60),
    ...number('yearFrom', draft.yearFrom),
    ...number('yearTo', draft.yearTo),
    ...word('maxCertificate'),
    ...word('region'),
    ...word('locale'),
    ...other('excludeSeen'),
    ...other('excludeServed'),
    ...other('diversity'),
    ...other('explorationShare'),
  };
}

/** What a save sends; `version` null for a placement that is new. */
export function saveInputOf(draft: Draft, version: number | null): SavePlacementInput {
  const { name, description, engine, shadow, shadowShare } = draft;
  return { name: name.trim(), description, engine, shadow: shadow || null, shadowShare, input: inputOf(draft), version };
}

function whole(typed: string, factor: number): number | string {
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? Math.round(number * factor) : typed;
}
