import TextField from '@mui/material/TextField';
import type { Draft } from './draft';

/** What fields of the form get. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly errors: Readonly<Record<string, string>>;
  /** The role may look only. */
  readonly isFixed: boolean;
}

/** Name and description; a name stays, since front ends ask by it. */
export function NameFields({ draft, set, errors, isFixed, isNew }: FieldsProps & { readonly isNew: boolean }) {
  return (
    <>
      <TextField
        label="Name"
        value={draft.name}
        onChange={({ target }) => set({ name: target.value })}
        disabled={!isNew || isFixed}
        error={Boolean(errors.name)}
        helperText={
          errors.name ?? (isNew ? 'Front ends ask by it: lower-case words joined by hyphens, for example late-night.' : undefined)
        }
        autoComplete="off"
        required
      />
      <TextField
        label="What it is for"
        value={draft.description}
        onChange={({ target }) => set({ description: target.value })}
        disabled={isFixed}
        error={Boolean(errors.description)}
        helperText={errors.description}
        multiline
      />
    </>
  );
}
