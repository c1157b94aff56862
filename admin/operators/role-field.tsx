import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Role } from '../generated/operators';
import { ROLE_CHOICES, ROLES } from './roles';

interface RoleFieldProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
  readonly error?: string | undefined;
}

/** A role, with what it may do said below. */
export function RoleField({ value, onChange, error }: RoleFieldProps) {
  return (
    <TextField
      select
      label="Role"
      value={value}
      onChange={({ target }) => onChange(target.value as Role)}
      error={Boolean(error)}
      helperText={error ?? ROLES[value].may}
    >
      {ROLE_CHOICES.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
