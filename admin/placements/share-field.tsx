import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { share } from '../parts/numbers';

interface ShareFieldProps {
  readonly label: string;
  readonly hint: string;
  /** 0 to 1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly isFixed: boolean;
}

/** A share between nothing and everything. */
export function ShareField({ label, hint, value, onChange, isFixed }: ShareFieldProps) {
  const id = useId();
  return (
    <Box>
      <Typography id={id}>
        {label}: {share(value)}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {hint}
      </Typography>
      <Box sx={{ px: 1 }}>
        <Slider
          size="small"
          aria-labelledby={id}
          min={0}
          max={1}
          step={0.05}
          value={value}
          valueLabelDisplay="auto"
          valueLabelFormat={share}
          onChange={(_, next) => onChange(Array.isArray(next) ? (next[0] ?? 0) : next)}
          disabled={isFixed}
        />
      </Box>
    </Box>
  );
}
