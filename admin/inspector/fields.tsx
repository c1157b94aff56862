import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { share } from '../parts/numbers';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number that is told when the field is left, or by Enter. */
export function NumberField({ label, value, onChange }: NumberFieldProps) {
  const tell = (text: string): void => onChange(text === '' ? null : Number(text));
  return (
    <TextField
      key={value}
      type="number"
      label={label}
      placeholder="Any"
      defaultValue={value ?? ''}
      onBlur={({ target }) => tell(target.value)}
      onKeyDown={(event) => event.key === 'Enter' && tell((event.target as HTMLInputElement).value)}
    />
  );
}

interface ShareFieldProps extends NumberFieldProps {
  /** What holds when nothing is asked, unless a placement says otherwise. */
  readonly none: number;
}

/** A share of 0 to 1 on a slider; told when it is let go. */
export function ShareField({ label, none, value, onChange }: ShareFieldProps) {
  const [moving, setMoving] = useState<number | null>(null);
  const heading = useId();
  const now = moving ?? value ?? none;
  return (
    <Box sx={{ px: 1 }}>
      <Typography id={heading} variant="body2" sx={{ mx: -1 }}>
        {label}: {value === null && moving === null ? `as usual, ${share(none)}` : share(now)}
      </Typography>
      <Slider
        aria-labelledby={heading}
        size="small"
        min={0}
        max={1}
        step={0.05}
        value={now}
        onChange={(_, next) => setMoving(next as number)}
        onChangeCommitted={(_, next) => {
          setMoving(null);
          onChange(next as number);
        }}
        valueLabelDisplay="off"
      />
    </Box>
  );
}
