import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Slider from '@mui/material/Slider';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import type { SoundFact } from '../generated/moods';
import type { FieldsProps } from './genre-fields';
import { WeightRow } from './weight-row';

const FACTS: readonly { readonly fact: SoundFact; readonly label: string; readonly most: number; readonly step: number }[] = [
  { fact: 'TEMPO', label: 'Tempo, beats a minute', most: 400, step: 1 },
  { fact: 'ENERGY', label: 'Energy', most: 1, step: 0.01 },
  { fact: 'VALENCE', label: 'Valence', most: 1, step: 0.01 },
  { fact: 'ACOUSTICNESS', label: 'Acousticness', most: 1, step: 0.01 },
];
type Fact = FieldsProps['draft']['sound'][number];

/** Where the sound of a track should lie. */
export function SoundFields({ draft, set, errors, isFixed }: FieldsProps) {
  const without = (fact: SoundFact) => draft.sound.filter((each) => each.fact !== fact);
  const put = (changed: Fact) => set({ sound: draft.sound.map((each) => (each.fact === changed.fact ? changed : each)) });
  return (
    <>
      {errors.sound && <Typography color="error">{errors.sound}</Typography>}
      {FACTS.map(({ fact, label, most, step }) => {
        const held = draft.sound.find((each) => each.fact === fact);
        const toggle = () => set({ sound: held ? without(fact) : [...draft.sound, { fact, from: most / 4, to: most / 2, weight: 0.5 }] });
        return (
          <Box key={fact}>
            <FormControlLabel control={<Switch checked={Boolean(held)} disabled={isFixed} onChange={toggle} />} label={label} />
            {held && (
              <>
                <Box sx={{ px: 1.5 }}>
                  <Slider
                    size="small"
                    min={0}
                    max={most}
                    step={step}
                    value={[held.from, held.to]}
                    disabled={isFixed}
                    onChange={(_, next) => Array.isArray(next) && put({ ...held, from: next[0] ?? 0, to: next[1] ?? most })}
                    getAriaLabel={(thumb) => `${label}, ${thumb === 0 ? 'from' : 'to'}`}
                    getAriaValueText={String}
                  />
                </Box>
                <WeightRow
                  name={`${held.from} to ${held.to}`}
                  weight={held.weight}
                  least={0.05}
                  isFixed={isFixed}
                  onChange={(weight) => put({ ...held, weight })}
                  onRemove={() => set({ sound: without(fact) })}
                />
              </>
            )}
          </Box>
        );
      })}
    </>
  );
}
