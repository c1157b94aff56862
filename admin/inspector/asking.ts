import { useSearchParams } from 'react-router-dom';
import type { InspectInput, TitleKind } from '../generated/inspector';

/** Whose list is taken apart. */
export type Whose = 'person' | 'likes' | 'nobody';

/** Everything that is asked, as it stands in the address: whoever gets the address sees the same. */
export interface Asking {
  readonly whose: Whose;
  readonly user: string | null;
  readonly likes: readonly string[];
  readonly model: string | null;
  /** A second model, to be shown side by side. */
  readonly beside: string | null;
  /** Titles of the past that are taken out, to see the list change. */
  readonly without: readonly string[];
  /** Titles that are looked for wherever they stand. */
  readonly about: readonly string[];
  readonly kinds: readonly string[];
  readonly genres: readonly string[];
  readonly placement: string | null;
  readonly mood: string | null;
  /** The time that there is, in minutes. */
  readonly time: number | null;
  /** The longest title, in minutes. */
  readonly minutes: number | null;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly region: string | null;
  readonly certificate: string | null;
  /** 0 to 1. */
  readonly diversity: number | null;
  readonly chance: number | null;
  readonly seen: boolean;
  readonly first: number;
}

type Change = (change: Partial<Asking>) => void;

const FIRST = 20;
const WHOSE: readonly Whose[] = ['person', 'likes', 'nobody'];

/** What the address asks, and a way to change it. */
export function useAsking(): readonly [Asking, Change] {
  const [address, setAddress] = useSearchParams();
  const asking = askingFrom(address);
  return [asking, (change) => setAddress(addressOf({ ...asking, ...change }), { replace: true })];
}

/** Reads an address. */
export function askingFrom(address: URLSearchParams): Asking {
  const text = (name: string): string | null => address.get(name) || null;
  const list = (name: string): readonly string[] => address.get(name)?.split(',').filter(Boolean) ?? [];
  const number = (name: string): number | null => {
    const value = Number(address.get(name) ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  };
  const [user, likes] = [text('user'), list('likes')];
  const implied = likes.length > 0 ? 'likes' : 'person';
  return {
    whose: WHOSE.find((whose) => whose === address.get('whose')) ?? implied,
    user,
    likes,
    model: text('model'),
    beside: text('beside'),
    without: list('without'),
    about: list('about'),
    kinds: list('kinds'),
    genres: list('genres'),
    placement: text('placement'),
    mood: text('mood'),
    time: number('time'),
    minutes: number('minutes'),
    yearFrom: number('yearFrom'),
    yearTo: number('yearTo'),
    region: text('region'),
    certificate: text('certificate'),
    diversity: number('diversity'),
    chance: number('chance'),
    seen: address.get('seen') === 'true',
    first: number('first') ?? FIRST,
  };
}

/** Writes an address; what asks nothing is not in it. */
export function addressOf({ first, seen, whose, ...asking }: Asking): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(asking)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') address.set(name, text);
  }
  if (whose !== 'person') address.set('whose', whose);
  if (seen) address.set('seen', 'true');
  if (first !== FIRST) address.set('first', String(first));
  return address;
}

/** What the API is asked; null until somebody is chosen. */
export function inputOf(asking: Asking): InspectInput | null {
  const { whose, user, likes, model, about, first } = asking;
  if ((whose === 'person' && user === null) || (whose === 'likes' && likes.length === 0)) return null;
  return {
    ...(whose === 'person' && { userId: user }),
    ...(whose === 'likes' && { titleIds: [...likes] }),
    ...(model !== null && { modelId: model }),
    about: [...about],
    first,
    list: {
      placement: asking.placement,
      kinds: asking.kinds.length > 0 ? ([...asking.kinds] as TitleKind[]) : null,
      genres: asking.genres.length > 0 ? [...asking.genres] : null,
      mood: asking.mood,
      availableSeconds: asking.time === null ? null : Math.round(asking.time * 60),
      maxTitleSeconds: asking.minutes === null ? null : Math.round(asking.minutes * 60),
      yearFrom: asking.yearFrom,
      yearTo: asking.yearTo,
      region: asking.region,
      maxCertificate: asking.certificate,
      diversity: asking.diversity,
      explorationShare: asking.chance,
      excludeSeen: asking.seen ? false : null,
    },
  };
}
