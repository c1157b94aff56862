import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

interface ZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** By whose clocks hours and days begin. */
export function ZoneField({ value, onChange }: ZoneFieldProps) {
  const options = ZONES.includes(value) ? ZONES : [value, ...ZONES];
  return (
    <Autocomplete
      size="small"
      disableClearable
      options={[...options]}
      value={value}
      onChange={(_, zone) => onChange(zone)}
      getOptionLabel={(zone) => zone.replaceAll('_', ' ')}
      renderInput={(params) => <TextField {...params} label="Time zone" />}
    />
  );
}
