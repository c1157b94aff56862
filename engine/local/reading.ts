import { confidenceOf } from '../../core/confidence';
import { foldIn, type Past, type Taste } from '../../core/fold-in';
import { type GenreProfile, genreProfile } from '../../core/genre-profile';
import { ConfidencePreset } from '../../core/model';
import { knownPast, pastOf } from '../../core/past';
import type { Person } from '../engine';
import { genreTaste } from './genre-taste';
import type { LocalState } from './state';

/** What the local engine knows of a person before it looks at any title. */
export interface Reading {
  /** Null: no model, nothing that it knows was liked, and no genre told that it ranks. */
  readonly taste: Taste | null;
  /** Whether told genres alone stand behind the taste: its past is not the person's own. */
  readonly byGenres: boolean;
  readonly profile: GenreProfile;
  /** Whether preferences name any genre. */
  readonly toldGenres: boolean;
}

const WITHOUT_MODEL = { preset: ConfidencePreset.COVERAGE, halfLifeDays: null };

/** Reads a person against a state: confidence as the model was trained with, at the clock given, then fold-in. */
export function readPerson(state: LocalState, person: Person, now: Date): Reading {
  const options = { ...(state.side?.settings ?? WITHOUT_MODEL), asOf: now };
  const past = pastOf(state.columns, person.interactions, (interaction) => confidenceOf(interaction, options));
  const profile = genreProfile(state.columns, past, person.preferences);
  const toldGenres = profile.told.some((weight) => weight > 0);
  const own = tasteOf(state, past);
  const taste = own === null && toldGenres ? genreTaste(state, profile) : own;
  return { taste, byGenres: own === null && taste !== null, profile, toldGenres };
}

function tasteOf(state: LocalState, past: Past): Taste | null {
  return state.side === null ? null : foldIn(knownPast(past, state.known), state.side);
}
