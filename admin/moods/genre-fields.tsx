import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import { MoodGenresDocument, type TitleKind } from '../generated/moods';
import { count } from '../parts/numbers';
import { wordsOf } from '../parts/state-chip';
import type { Draft } from './draft';
import { WeightRow } from './weight-row';

/** What every part of the form takes. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly isFixed: boolean;
}

const FIRST = 0.5;
const nameOf = ({ kind, genre }: { readonly kind: TitleKind; readonly genre: string }): string =>
  `${genre}, ${wordsOf(kind).toLowerCase()}`;
const keyOf = ({ kind, genre }: { readonly kind: TitleKind; readonly genre: string }): string => `${kind} ${genre.toLowerCase()}`;

/** How much each genre of a kind speaks for the mood; more are found among those of the catalogue. */
export function GenreFields({ draft, set, errors, isFixed }: FieldsProps) {
  const { data } = useAsk(MoodGenresDocument, {}, { goodFor: 60_000 });
  const named = new Set(draft.genres.map(keyOf));
  const others = (data?.genres ?? []).filter((genre) => !named.has(keyOf(genre)));
  const change = (at: number, weight: number) =>
    set({ genres: draft.genres.map((each, place) => (place === at ? { ...each, weight } : each)) });
  return (
    <>
      {errors.genres && <Typography color="error">{errors.genres}</Typography>}
      {draft.genres.map((genre, at) => (
        <WeightRow
          key={keyOf(genre)}
          name={nameOf(genre)}
          weight={genre.weight}
          isFixed={isFixed}
          onChange={(weight) => change(at, weight)}
          onRemove={() => set({ genres: draft.genres.filter((_, place) => place !== at) })}
        />
      ))}
      {!isFixed && (
        <Autocomplete
          key={draft.genres.length}
          options={others}
          groupBy={({ kind }) => wordsOf(kind)}
          getOptionLabel={nameOf}
          getOptionKey={keyOf}
          onChange={(_, chosen) => chosen && set({ genres: [...draft.genres, { kind: chosen.kind, genre: chosen.genre, weight: FIRST }] })}
          renderOption={({ key, ...props }, genre) => (
            <li key={key} {...props}>
              {genre.genre}: {count(genre.titles)}
            </li>
          )}
          renderInput={(params) => <TextField {...params} label="Add a genre" />}
        />
      )}
    </>
  );
}
