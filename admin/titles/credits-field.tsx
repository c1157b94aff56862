import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { CreditRole } from '../generated/titles';
import { RowsField, type RowsProps } from './rows-field';

/** Who did what. */
export interface Credit {
  readonly role: CreditRole;
  readonly name: string;
  readonly character?: string | null;
  readonly position: number;
}

const ROLES: readonly CreditRole[] = ['ACTOR', 'DIRECTOR', 'CREATOR', 'AUTHOR', 'ARTIST'];
const BLANK: Credit = { role: 'ACTOR', name: '', character: null, position: 0 };

/** Who made it and who played in it, in order of billing. */
export function CreditsField({ value, onChange, ...props }: RowsProps<Credit>) {
  return (
    <RowsField {...props} noun="credit" blank={BLANK} most={500} value={value} onChange={(credits) => onChange(billed(credits))}>
      {({ role, name, character }, change, at) => (
        <>
          <TextField
            select
            label="Role"
            value={role}
            onChange={({ target }) => change({ role: target.value as CreditRole })}
            slotProps={{ select: { readOnly: props.readOnly ?? false } }}
          >
            {ROLES.map((each) => (
              <MenuItem key={each} value={each}>
                {each.slice(0, 1) + each.slice(1).toLowerCase()}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label="Name"
            value={name}
            onChange={({ target }) => change({ name: target.value })}
            slotProps={{ htmlInput: { maxLength: 200, dir: 'auto', readOnly: props.readOnly, 'aria-label': `Name of credit ${at + 1}` } }}
          />
          {role === 'ACTOR' && (
            <TextField
              label="Part"
              value={character ?? ''}
              onChange={({ target }) => change({ character: target.value || null })}
              slotProps={{ htmlInput: { maxLength: 200, dir: 'auto', readOnly: props.readOnly } }}
            />
          )}
        </>
      )}
    </RowsField>
  );
}

/** The order of billing within each role is the order on the page. */
function billed(credits: readonly Credit[]): readonly Credit[] {
  const next = new Map<CreditRole, number>();
  return credits.map((credit) => {
    const position = next.get(credit.role) ?? 0;
    next.set(credit.role, position + 1);
    return { ...credit, position };
  });
}
