import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { PreviewPeopleDocument, type PreviewPeopleQuery } from '../generated/placements';

type Person = PreviewPeopleQuery['users']['nodes'][number];

/** For whom a list is looked at: somebody by name or id, or somebody new of whom nothing is known. */
export function PersonField({ onChange }: { readonly onChange: (userId: string | null) => void }) {
  const mayRead = useMay('USERS_READ');
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { data, isFetching } = useAsk(PreviewPeopleDocument, { search: text }, { keep: true, enabled: isOpen });
  if (!mayRead) return null;
  return (
    <Autocomplete<Person>
      options={data?.users.nodes ?? []}
      open={isOpen}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={nameOf}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onInputChange={(_, typed, why) => why !== 'reset' && setText(typed)}
      onChange={(_, person) => onChange(person?.id ?? null)}
      renderInput={(params) => <TextField {...params} label="For whom" placeholder="Somebody new" />}
    />
  );
}

const nameOf = ({ name, source, externalId }: Person): string => (name ? `${name} (${source}:${externalId})` : `${source}:${externalId}`);
