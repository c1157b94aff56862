import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { BlockGenresDocument, SaveBlockDocument } from '../generated/blocks';
import { FindTitles } from '../inspector/find-titles';
import { Section } from '../parts/section';
import { type Block, KINDS } from './words';

/** Blocks titles that are found by name, or a genre or tag. */
export function AddBlock() {
  const [kind, setKind] = useState<Block['kind']>('TITLE');
  const [titleIds, setTitleIds] = useState<readonly string[]>([]);
  const [word, setWord] = useState('');
  const [reason, setReason] = useState('');
  const { run, isRunning } = useAct(SaveBlockDocument, { said: 'Blocked: it is leaving every list.' });
  const genres = useAsk(BlockGenresDocument, {}, { enabled: kind === 'GENRE' });
  const values = kind === 'TITLE' ? titleIds : [word].filter((each) => each.trim() !== '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    for (const value of values) if ((await run({ input: { kind, value, reason } })) === null) return;
    setTitleIds([]);
    setWord('');
    setReason('');
  }

  return (
    <Section title="Keep out of every list">
      <Box
        component="form"
        onSubmit={submit}
        aria-label="Keep out of every list"
        sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '140px 2fr 2fr auto' } }}
      >
        <TextField select label="What" value={kind} onChange={({ target }) => setKind(target.value as Block['kind'])}>
          {Object.entries(KINDS).map(([each, label]) => (
            <MenuItem key={each} value={each}>
              {label}
            </MenuItem>
          ))}
        </TextField>
        {kind === 'TITLE' && <FindTitles label="Titles" ids={titleIds} onChange={setTitleIds} />}
        {kind === 'GENRE' && (
          <Autocomplete
            freeSolo
            options={[...new Set(genres.data?.genres.map(({ genre }) => genre))].sort()}
            inputValue={word}
            onInputChange={(_, next) => setWord(next)}
            renderInput={(props) => <TextField {...props} label="Genre" />}
          />
        )}
        {kind === 'TAG' && <TextField label="Tag" value={word} onChange={({ target }) => setWord(target.value)} autoComplete="off" />}
        <TextField
          label="Why"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          autoComplete="off"
          helperText="For other operators; may be left out."
        />
        <Button type="submit" variant="contained" loading={isRunning} disabled={values.length === 0} sx={{ mt: 1 }}>
          Block
        </Button>
      </Box>
    </Section>
  );
}
