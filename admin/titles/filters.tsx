import { AutocompleteArrayInput, DateTimeInput, NumberInput, SearchInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { GenresDocument } from '../generated/titles';
import { KINDS, STATES } from './words';

const GAPS = [
  { id: 'POSTER', name: 'A poster' },
  { id: 'LENGTH', name: 'A length' },
  { id: 'GENRES', name: 'Genres' },
  { id: 'TAGS', name: 'Tags' },
];
const WHEN = [
  { id: true, name: 'Available now' },
  { id: false, name: 'Unavailable now' },
];

/** Genres of the catalogue to choose from, the commonest first; more can be typed. */
export function useGenreNames(): readonly { readonly id: string; readonly name: string }[] {
  const { data } = useAsk(GenresDocument, {});
  return [...new Set(data?.genres.map(({ genre }) => genre))].map((genre) => ({ id: genre, name: genre }));
}

function GenreFilter(props: { readonly source: string; readonly label?: string }) {
  return <AutocompleteArrayInput {...props} choices={[...useGenreNames()]} sx={{ minWidth: 220 }} />;
}

/** What the list can be narrowed by; the search always stands there, the others are added. */
export const TITLE_FILTERS = [
  <SearchInput
    key="search"
    source="search"
    alwaysOn
    placeholder="Search titles"
    slotProps={{ htmlInput: { 'aria-label': 'Search titles', 'aria-keyshortcuts': '/' } }}
  />,
  <SelectArrayInput key="kinds" source="kinds" label="Kind" choices={[...KINDS]} sx={{ minWidth: 160 }} />,
  <GenreFilter key="genres" source="genres" label="Genre" />,
  <SelectArrayInput key="states" source="states" label="State" choices={[...STATES]} sx={{ minWidth: 160 }} />,
  <SelectArrayInput key="gap" source="gap" label="Without" choices={GAPS} sx={{ minWidth: 160 }} />,
  <SelectInput key="availableNow" source="availableNow" label="Availability" choices={WHEN} sx={{ minWidth: 160 }} />,
  <NumberInput key="yearFrom" source="yearFrom" label="Year from" />,
  <NumberInput key="yearTo" source="yearTo" label="Year to" />,
  <TextInput key="category" source="category" label="Shelf" />,
  <TextInput key="certificate" source="certificate" label="Certificate" />,
  <TextInput key="externalIdSource" source="externalIdSource" label="Known to" placeholder="imdb" />,
  <DateTimeInput
    key="updatedAfter"
    source="updatedAfter"
    label="Changed since"
    parse={(text: string) => (text ? new Date(text).toISOString() : null)}
  />,
];
