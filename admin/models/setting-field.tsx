import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type Setting, settingFault, settingWords } from './setting-form';

interface SettingFieldProps {
  readonly setting: Setting;
  readonly text: string;
  /** What the server found wrong with it. */
  readonly refused?: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A field for one setting: what it does below it, or what is wrong. */
export function SettingField({ setting, text, refused, onChange }: SettingFieldProps) {
  const { name, description, least, most, choices } = setting;
  const fault = settingFault(setting, text) ?? refused ?? null;
  const range = choices || least === null ? '' : ` ${least} to ${most}.`;
  return (
    <TextField
      select={choices !== null}
      label={settingWords(name)}
      value={text}
      onChange={({ target }) => onChange(target.value)}
      error={fault !== null}
      helperText={fault ?? `${description}${range}`}
      autoComplete="off"
      slotProps={{ htmlInput: choices ? {} : { inputMode: 'decimal' } }}
    >
      {choices?.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {choice}
        </MenuItem>
      ))}
    </TextField>
  );
}
