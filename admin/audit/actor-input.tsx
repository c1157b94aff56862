import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { type InputProps, useInput } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { AuditActorsDocument } from '../generated/audit';

interface Choice {
  readonly actor: string;
  readonly name: string;
}

const SYSTEM: Choice = { actor: 'system', name: 'Kinograph' };

/** Whose changes: operators by their address and keys by their name, looked for on the server while somebody types. */
export function ActorInput(props: Pick<InputProps, 'source'> & { readonly alwaysOn?: boolean }) {
  const { field } = useInput<string | null>({ source: props.source, defaultValue: '' });
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [isOpen, setOpen] = useState(false);
  const search = text === chosen?.name ? '' : text;
  const { data, isFetching } = useAsk(AuditActorsDocument, { search }, { keep: true, enabled: isOpen });
  const choices = [SYSTEM, ...(data?.auditActors ?? [])];
  const value = choiceOf(field.value, [...(chosen ? [chosen] : []), ...choices]);
  return (
    <Autocomplete<Choice>
      size="small"
      sx={{ minWidth: 220 }}
      options={choices}
      value={value}
      open={isOpen}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ actor }) => actor}
      isOptionEqualToValue={(one, other) => one.actor === other.actor}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, choice) => {
        setChosen(choice);
        field.onChange(choice?.actor ?? '');
      }}
      renderInput={(params) => <TextField {...params} label="Who" />}
    />
  );
}

/** An address may name somebody who is not among the choices of now. */
function choiceOf(actor: string | null | undefined, choices: readonly Choice[]): Choice | null {
  if (!actor) return null;
  return choices.find((choice) => choice.actor === actor) ?? { actor, name: actor };
}
