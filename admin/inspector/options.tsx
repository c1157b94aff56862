import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import type { Theme } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useAsk } from '../api/use-ask';
import { InspectorChoicesDocument } from '../generated/inspector';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import type { Asking } from './asking';
import { NumberField, ShareField } from './fields';
import { Folded } from './folded';
import { ModelField } from './model-field';

interface OptionsProps {
  readonly asking: Asking;
  readonly onChange: (change: Partial<Asking>) => void;
}

const KINDS = ['MOVIE', 'SHOW', 'VIDEO', 'BOOK', 'TRACK'];
const CERTIFICATES = ['G', 'PG', 'PG-13', 'R', 'NC-17', 'TV-Y', 'TV-Y7', 'TV-PG', 'TV-14', 'TV-MA'];

/** Which model ranks, and everything that a front end may ask of a list. */
export function Options({ asking, onChange }: OptionsProps) {
  const { data } = useAsk(InspectorChoicesDocument, {});
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'), { noSsr: true });
  const models = data?.models ?? [];
  const genres = [...new Set(data?.genres.map(({ genre }) => genre) ?? [])].sort();
  return (
    <>
      <Section title="Which model?">
        <ModelField label="Model" none="The live one" models={models} value={asking.model} onChange={(model) => onChange({ model })} />
        <ModelField label="Beside it" none="None" models={models} value={asking.beside} onChange={(beside) => onChange({ beside })} />
      </Section>
      <Folded title="What may it hold?" isOpen={isWide}>
        <Several label="Kinds" options={KINDS} value={asking.kinds} onChange={(kinds) => onChange({ kinds })} named={wordsOf} />
        <Several label="Genres" options={genres} value={asking.genres} onChange={(found) => onChange({ genres: found })} />
        <TextField
          select
          label="Placement"
          value={asking.placement ?? ''}
          onChange={({ target }) => onChange({ placement: target.value || null })}
        >
          <MenuItem value="">None</MenuItem>
          {(data?.placements ?? []).map(({ name }) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <TextField select label="Mood" value={asking.mood ?? ''} onChange={({ target }) => onChange({ mood: target.value || null })}>
          <MenuItem value="">None</MenuItem>
          {(data?.moods ?? []).map(({ id, names }) => (
            <MenuItem key={id} value={id}>
              {names.en}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
          <NumberField label="Free minutes" value={asking.time} onChange={(time) => onChange({ time })} />
          <NumberField label="Most minutes" value={asking.minutes} onChange={(minutes) => onChange({ minutes })} />
          <TextField
            select
            label="Certificate"
            value={asking.certificate ?? ''}
            onChange={({ target }) => onChange({ certificate: target.value || null })}
          >
            <MenuItem value="">Any</MenuItem>
            {CERTIFICATES.map((name) => (
              <MenuItem key={name} value={name}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <NumberField label="From year" value={asking.yearFrom} onChange={(yearFrom) => onChange({ yearFrom })} />
          <NumberField label="To year" value={asking.yearTo} onChange={(yearTo) => onChange({ yearTo })} />
        </Box>
        <TextField
          key={asking.region}
          label="Region"
          placeholder="FI"
          defaultValue={asking.region ?? ''}
          onBlur={({ target }) => onChange({ region: target.value.trim() || null })}
        />
        <ShareField label="Variety" none={0} value={asking.diversity} onChange={(diversity) => onChange({ diversity })} />
        <ShareField label="Places for new titles" none={0.1} value={asking.chance} onChange={(chance) => onChange({ chance })} />
        <FormControlLabel
          control={<Switch checked={asking.seen} onChange={({ target }) => onChange({ seen: target.checked })} />}
          label="Also what they know already"
        />
      </Folded>
    </>
  );
}

interface SeveralProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly named?: (option: string) => string;
}

function Several({ label, options, value, onChange, named = String }: SeveralProps) {
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={[...options]}
      value={[...value]}
      getOptionLabel={named}
      onChange={(_, next) => onChange(next)}
      renderInput={(props) => <TextField {...props} label={label} placeholder={value.length === 0 ? 'Any' : ''} />}
    />
  );
}
