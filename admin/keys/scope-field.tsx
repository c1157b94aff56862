import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Typography from '@mui/material/Typography';
import type { Scope } from '../generated/keys';
import { SCOPES } from './scopes';

interface ScopeFieldProps {
  readonly value: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
  readonly error?: string | undefined;
}

/** What a server key may do, each with what that means; as little as will do. */
export function ScopeField({ value, onChange, error }: ScopeFieldProps) {
  const toggle = (scope: Scope): void => onChange(value.includes(scope) ? value.filter((each) => each !== scope) : [...value, scope]);
  return (
    <FormControl component="fieldset" error={Boolean(error)} sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <FormLabel component="legend">It may</FormLabel>
      <FormGroup sx={{ gap: 1, mt: 1 }}>
        {(Object.keys(SCOPES) as Scope[]).map((scope) => (
          <FormControlLabel
            key={scope}
            control={<Checkbox size="small" checked={value.includes(scope)} onChange={() => toggle(scope)} />}
            sx={{ alignItems: 'flex-start', m: 0 }}
            label={
              <Box sx={{ pt: 0.75 }}>
                {SCOPES[scope].name}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {SCOPES[scope].lets}
                </Typography>
              </Box>
            }
          />
        ))}
      </FormGroup>
      {error && <FormHelperText sx={{ m: 0 }}>{error}</FormHelperText>}
    </FormControl>
  );
}
