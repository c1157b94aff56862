import TextField from '@mui/material/TextField';
import { RowsField, type RowsProps } from './rows-field';

/** A window in which a title may be shown. */
export interface Window {
  readonly region?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
}

const BLANK: Window = { region: null, from: null, until: null };
const shrink = { inputLabel: { shrink: true } };

/** When and where titles may be shown; without a window always and everywhere. */
export function WindowsField(props: RowsProps<Window>) {
  const { readOnly = false } = props;
  return (
    <RowsField {...props} noun="window" blank={BLANK}>
      {({ region, from, until }, change, at) => (
        <>
          <TextField
            label="Region"
            value={region ?? ''}
            placeholder="Everywhere"
            onChange={({ target }) => change({ region: target.value.toUpperCase() || null })}
            slotProps={{ ...shrink, htmlInput: { maxLength: 2, readOnly, 'aria-label': `Region of window ${at + 1}` } }}
          />
          <TimeField label="From" value={from ?? null} onChange={(time) => change({ from: time })} readOnly={readOnly} />
          <TimeField label="Until" value={until ?? null} onChange={(time) => change({ until: time })} readOnly={readOnly} />
        </>
      )}
    </RowsField>
  );
}

interface TimeFieldProps {
  readonly label: string;
  /** ISO 8601. */
  readonly value: string | null;
  readonly onChange: (time: string | null) => void;
  readonly readOnly: boolean;
}

/** A moment in the time of this browser. */
function TimeField({ label, value, onChange, readOnly }: TimeFieldProps) {
  return (
    <TextField
      type="datetime-local"
      label={label}
      value={value === null ? '' : localOf(value)}
      onChange={({ target }) => onChange(target.value ? new Date(target.value).toISOString() : null)}
      slotProps={{ ...shrink, htmlInput: { readOnly } }}
    />
  );
}

/** What a datetime-local field holds: 2026-03-01T02:00, in local time. */
function localOf(iso: string): string {
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
