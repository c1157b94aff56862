import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';
import { useAsk } from '../api/use-ask';
import { FindTitlesDocument, type InspectorTitleFragment, NamedTitlesDocument } from '../generated/inspector';
import { wordsOf } from '../parts/state-chip';
import { useCalm } from './use-calm';

interface FindTitlesProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Titles found by name, several at a time. */
export function FindTitles({ label, ids, onChange }: FindTitlesProps) {
  const [text, setText] = useState('');
  const search = useCalm(text);
  const found = useAsk(FindTitlesDocument, { search }, { enabled: search !== '', keep: true });
  const named = useAsk(NamedTitlesDocument, { ids: [...ids], first: 100 }, { enabled: ids.length > 0, keep: true });
  const asked = ids.join(',');
  const known = named.data?.titles.nodes;
  // The same array as long as it holds the same: for another one the field forgets what is being typed.
  const chosen = useMemo(
    () =>
      asked
        .split(',')
        .filter(Boolean)
        .map((id) => known?.find((title) => title.id === id) ?? id),
    [asked, known],
  );
  const options: readonly (InspectorTitleFragment | string)[] = search === '' ? [] : (found.data?.titles.nodes ?? []);
  return (
    <Autocomplete
      multiple
      filterOptions={(all) => all}
      options={[...options]}
      value={chosen}
      inputValue={text}
      onInputChange={(_, next) => setText(next)}
      onChange={(_, next) => onChange(next.map(idOf))}
      getOptionLabel={nameOf}
      getOptionKey={idOf}
      isOptionEqualToValue={(a, b) => idOf(a) === idOf(b)}
      loading={found.isFetching}
      noOptionsText={search === '' ? 'Type the beginning of a name' : 'No title is called like this'}
      renderInput={(props) => <TextField {...props} label={label} />}
    />
  );
}

const idOf = (title: InspectorTitleFragment | string): string => (typeof title === 'string' ? title : title.id);

function nameOf(title: InspectorTitleFragment | string): string {
  if (typeof title === 'string') return `Title ${title}`;
  return [title.name, title.year ?? wordsOf(title.kind)].join(' · ');
}
