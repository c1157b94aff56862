import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useAsk } from '../api/use-ask';
import { ShopChoicesDocument, ShopChosenDocument } from '../generated/operators';
import { useCalm } from '../inspector/use-calm';

interface ShopFieldProps {
  readonly value: string | null;
  readonly onChange: (shopId: string | null) => void;
  readonly error?: string | undefined;
}

/** The one shop whose offers an operator of role Shop sees. */
export function ShopField({ value, onChange, error }: ShopFieldProps) {
  const [typed, setTyped] = useState('');
  const search = useCalm(typed);
  const found = useAsk(ShopChoicesDocument, { search: search || null }, { keep: true });
  const chosen = useAsk(ShopChosenDocument, { id: value ?? '' }, { enabled: value !== null });
  const shop = value === null ? null : (chosen.data?.shop ?? { id: value, name: '…' });
  return (
    <Autocomplete
      options={found.data?.shops.nodes ?? []}
      value={shop}
      filterOptions={(all) => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onInputChange={(_, text, why) => setTyped(why === 'input' ? text : '')}
      onChange={(_, next) => onChange(next?.id ?? null)}
      renderInput={(params) => (
        <TextField {...params} label="Shop" error={Boolean(error)} helperText={error ?? 'They see and change this one only.'} />
      )}
    />
  );
}
