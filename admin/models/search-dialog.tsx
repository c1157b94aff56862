import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { StartTrainingDocument, TrainingOptionsDocument } from '../generated/models';
import { Asked } from '../parts/asked';
import { FormDialog } from './form-dialog';
import { GoingLive } from './going-live';
import { emptyRanges, RangeFields, type RangeTexts, rangeFault, rangesOf } from './range-fields';
import { faultsFrom, type Options } from './setting-form';

/** Starts a search for settings: where to look, how often to try, and what becomes of the best. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const options = useAsk(TrainingOptionsDocument, {});
  return <Asked of={options}>{({ trainingOptions }) => <SearchForm options={trainingOptions} onClose={onClose} />}</Asked>;
}

function SearchForm({ options, onClose }: { readonly options: Options; readonly onClose: () => void }) {
  const { trials } = options;
  const mayPromote = useMay('MODELS_PROMOTE');
  const [ranges, setRanges] = useState<RangeTexts>(() => emptyRanges(options));
  const [often, setOften] = useState(String(trials.standard));
  const [seed, setSeed] = useState('1');
  const [train, setTrain] = useState(true);
  const [promote, setPromote] = useState(true);
  const { run, isRunning, error } = useAct(StartTrainingDocument, { said: 'The search waits for a worker.', quiet: true });
  const refused = faultsFrom(error);
  const oftenFault = wholeFault(often, trials.least, trials.most) ?? refused.trials;
  const seedFault = wholeFault(seed, 0, 2 ** 31 - 1) ?? refused.seed;
  const isWrong =
    wholeFault(often, trials.least, trials.most) !== undefined ||
    wholeFault(seed, 0, 2 ** 31 - 1) !== undefined ||
    options.settings.some((setting) => rangeFault(setting, ranges[setting.name]) !== null);
  async function start() {
    const payload = {
      ranges: rangesOf(options, ranges),
      trials: Number(often),
      seed: Number(seed),
      train,
      ...(mayPromote && train ? { promote } : {}),
    };
    if (await run({ name: 'tune', payload })) onClose();
  }
  return (
    <FormDialog
      title="Search for settings"
      action="Start the search"
      isRunning={isRunning}
      isWrong={isWrong}
      refused={refused['']}
      onStart={() => void start()}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Settings are tried on people and titles that training does not see. Most trials are short; the best go on, three times as long.
      </Typography>
      <RangeFields options={options} ranges={ranges} refused={refused} onChange={setRanges} />
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        <TextField
          label="Trials"
          value={often}
          onChange={({ target }) => setOften(target.value)}
          error={oftenFault !== undefined}
          helperText={oftenFault ?? `How many settings are tried, ${trials.least} to ${trials.most}.`}
        />
        <TextField
          label="Seed"
          value={seed}
          onChange={({ target }) => setSeed(target.value)}
          error={seedFault !== undefined}
          helperText={seedFault ?? 'Another seed tries other settings.'}
        />
      </Box>
      <FormControlLabel
        control={<Switch checked={train} onChange={(_, checked) => setTrain(checked)} />}
        label="Train a model with the best settings"
      />
      {train && <GoingLive isOn={promote} onChange={setPromote} />}
    </FormDialog>
  );
}

function wholeFault(text: string, least: number, most: number): string | undefined {
  const value = Number(text);
  const fits = text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most;
  return fits ? undefined : `A whole number from ${least} to ${most}.`;
}
