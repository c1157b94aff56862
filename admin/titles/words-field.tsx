import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';

interface WordsFieldProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
  readonly readOnly?: boolean;
  readonly error?: string | undefined;
}

/** Several words, from those that are known or new ones; Enter takes each. */
export function WordsField({ label, options, value, onChange, readOnly = false, error }: WordsFieldProps) {
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      options={[...options]}
      value={[...value]}
      readOnly={readOnly}
      onChange={(_, words) => onChange([...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))])}
      renderInput={(props) => <TextField {...props} label={label} error={Boolean(error)} helperText={error} />}
    />
  );
}
