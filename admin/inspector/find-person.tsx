import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useAsk } from '../api/use-ask';
import { FindPeopleDocument, type FindPeopleQuery, NamedPersonDocument } from '../generated/inspector';
import { personName, referenceOf } from '../people/name';
import { useCalm } from './use-calm';

type Found = FindPeopleQuery['users']['nodes'][number];

interface FindPersonProps {
  readonly id: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Somebody found by how their name or id begins. */
export function FindPerson({ id, onChange }: FindPersonProps) {
  const [text, setText] = useState('');
  const named = useAsk(NamedPersonDocument, { id: id ?? '' }, { enabled: id !== null });
  const chosen = id === null ? null : (named.data?.user ?? null);
  const typed = useCalm(text);
  // What stands in the field once somebody is chosen is no search.
  const search = chosen !== null && typed === labelOf(chosen) ? '' : typed;
  const found = useAsk(FindPeopleDocument, { search }, { keep: true });
  return (
    <Autocomplete
      filterOptions={(all) => all}
      options={[...(found.data?.users.nodes ?? [])]}
      value={chosen}
      inputValue={text}
      onInputChange={(_, next) => setText(next)}
      onChange={(_, next) => onChange(next?.id ?? null)}
      getOptionLabel={labelOf}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      loading={found.isFetching}
      noOptionsText="Nobody is called like this"
      renderInput={(props) => <TextField {...props} label="Person" placeholder="Name or id begins with" />}
    />
  );
}

function labelOf(person: Found): string {
  return person.name ? `${personName(person)} · ${referenceOf(person)}` : referenceOf(person);
}
