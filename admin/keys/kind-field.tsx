import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ApiKeyKind } from '../generated/keys';
import { KINDS } from './scopes';

interface KindFieldProps {
  readonly value: ApiKeyKind;
  readonly onChange: (kind: ApiKeyKind) => void;
}

/** A secret of a server, or the name of a web page. */
export function KindField({ value, onChange }: KindFieldProps) {
  const label = useId();
  return (
    <FormControl>
      <FormLabel id={label}>Kind</FormLabel>
      <RadioGroup aria-labelledby={label} value={value} onChange={(_, kind) => onChange(kind as ApiKeyKind)} sx={{ gap: 1, mt: 1 }}>
        {(Object.keys(KINDS) as ApiKeyKind[]).map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio size="small" />}
            sx={{ alignItems: 'flex-start', m: 0 }}
            label={
              <Box sx={{ pt: 0.75 }}>
                {KINDS[kind].name}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {KINDS[kind].lets}
                </Typography>
              </Box>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
