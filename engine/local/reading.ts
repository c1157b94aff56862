import { confidenceOf } from '../../core/confidence';
import { foldIn, type Past, type Taste } from '../../core/fold-in';
import { type GenreProfile, genreProfile } from '../../core/genre-profile';
import { ConfidencePreset } from '../../core/model';
import { knownPast, pastOf } from '../../core/past';
import type { Person } from '../engine';
import { withSpeakers } from './genre-taste';
import type { LocalState } from './state';

/** What the local engine knows of a person before it looks at any title. */
export interface Reading {
  /** Null: no model, nothing that it knows was liked, and no genre told that it ranks. */
  readonly taste: Taste | null;
  /** How many titles of the taste's past are the person's own; those that follow speak for the genres told. */
  readonly ownTitles: number;
  readonly profile: GenreProfile;
  /** Whether preferences name any genre. */
  readonly toldGenres: boolean;
}

const WITHOUT_MODEL = { preset: ConfidencePreset.COVERAGE, halfLifeDays: null };

const readings = new WeakMap<LocalState, WeakMap<Person, Reading>>();

/**
 * Reads a person against a state: confidence as the model was trained with, at the clock given, then fold-in. The same person, the very
 * object, is read once a state, unless what they like fades with time.
 */
export function readPerson(state: LocalState, person: Person, now: Date): Reading {
  if (state.side !== null && state.side.settings.halfLifeDays !== null) return read(state, person, now);
  const known = readings.get(state) ?? new WeakMap<Person, Reading>();
  readings.set(state, known);
  const reading = known.get(person) ?? read(state, person, now);
  known.set(person, reading);
  return reading;
}

/** A row of the past as it is read: what was said, and whether the model knows the title. */
export interface ReadRow {
  readonly row: number;
  readonly liked: boolean;
  readonly weight: number;
  readonly known: boolean;
}

/** The past as `readPerson` reads it, the surest first. */
export function pastAsRead(state: LocalState, person: Person, now: Date): readonly ReadRow[] {
  const { index, weight, preference } = pastRead(state, person, now);
  const rows = Array.from(index, (row, place) => ({
    row,
    liked: preference[place] === 1,
    weight: weight[place] as number,
    known: state.known[row] === 1,
  }));
  return rows.sort((a, b) => b.weight - a.weight || a.row - b.row);
}

function pastRead(state: LocalState, person: Person, now: Date): Past {
  const options = { ...(state.side?.settings ?? WITHOUT_MODEL), asOf: now };
  return pastOf(state.columns, person.interactions, (interaction) => confidenceOf(interaction, options));
}

function read(state: LocalState, person: Person, now: Date): Reading {
  const past = pastRead(state, person, now);
  const profile = genreProfile(state.columns, past, person.preferences);
  const toldGenres = profile.told.some((weight) => weight > 0);
  if (state.side === null) return { taste: null, ownTitles: 0, profile, toldGenres };
  const own = knownPast(past, state.known);
  const taste = foldIn(toldGenres ? withSpeakers(state, own, profile) : own, state.side);
  return { taste, ownTitles: own.index.length, profile, toldGenres };
}
