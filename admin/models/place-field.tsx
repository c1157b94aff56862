import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type Place, placeWords } from './setting-form';

interface PlaceFieldProps {
  readonly places: readonly Place[];
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** Where to train, and what is missing for it. */
export function PlaceField({ places, place, onChange }: PlaceFieldProps) {
  return (
    <>
      <TextField
        select
        label="Where"
        value={place.name}
        onChange={({ target }) => onChange(places.find(({ name }) => name === target.value) ?? place)}
        helperText={
          place.name === 'SPARK' ? 'For what outgrows one machine. The model is served here like any other.' : 'By the kernel of a worker.'
        }
      >
        {places.map(({ name }) => (
          <MenuItem key={name} value={name}>
            {placeWords(name)}
          </MenuItem>
        ))}
      </TextField>
      {place.missing !== null && (
        <Alert severity="warning">{place.missing} A worker on another machine may have what this server lacks.</Alert>
      )}
    </>
  );
}
