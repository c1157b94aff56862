import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { StartTrainingDocument, TrainingOptionsDocument } from '../generated/models';
import { Asked } from '../parts/asked';
import { FormDialog } from './form-dialog';
import { GoingLive } from './going-live';
import { PlaceField } from './place-field';
import { SettingField } from './setting-field';
import { changedSettings, choicesAt, faultsFrom, type Options, type Place, settingFault, type Texts } from './setting-form';

/** Starts a training; the fields, their ranges and what they do come from the server. */
export function TrainDialog({ onClose }: { readonly onClose: () => void }) {
  const options = useAsk(TrainingOptionsDocument, {});
  return <Asked of={options}>{({ trainingOptions }) => <TrainForm options={trainingOptions} onClose={onClose} />}</Asked>;
}

function TrainForm({ options, onClose }: { readonly options: Options; readonly onClose: () => void }) {
  const mayPromote = useMay('MODELS_PROMOTE');
  const [place, setPlace] = useState<Place>(() => firstOf(options));
  const [texts, setTexts] = useState<Texts>(() => choicesAt(options, place).texts);
  const { settings } = choicesAt(options, place);
  const [evaluate, setEvaluate] = useState(true);
  const [promote, setPromote] = useState(true);
  const { run, isRunning, error } = useAct(StartTrainingDocument, { said: 'The training waits for a worker.', quiet: true });
  const refused = faultsFrom(error);
  const isWrong = settings.some((setting) => settingFault(setting, texts[setting.name] ?? '') !== null);
  async function start() {
    const payload = {
      settings: changedSettings(options, place, texts),
      evaluate,
      on: place.name,
      ...(mayPromote ? { promote: promote && evaluate } : {}),
    };
    if (await run({ name: 'train', payload })) onClose();
  }
  return (
    <FormDialog
      title="Train a model"
      action="Start training"
      isRunning={isRunning}
      isWrong={isWrong}
      refused={refused['']}
      onStart={() => void start()}
      onClose={onClose}
    >
      <PlaceField
        places={options.places}
        place={place}
        onChange={(chosen) => {
          setPlace(chosen);
          setTexts(choicesAt(options, chosen).texts);
        }}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {wordsOf(options, place)} What you leave alone stays as it is.
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        {settings.map((setting) => (
          <SettingField
            key={setting.name}
            setting={setting}
            text={texts[setting.name] ?? ''}
            refused={refused[setting.name]}
            onChange={(text) => setTexts((before) => ({ ...before, [setting.name]: text }))}
          />
        ))}
      </Box>
      <FormControlLabel
        control={<Switch checked={evaluate} onChange={(_, checked) => setEvaluate(checked)} />}
        label="Measure it beside popularity and the live settings (takes about as long again)"
      />
      {evaluate ? (
        <GoingLive isOn={promote} onChange={setPromote} />
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          What is not measured never serves by itself.
        </Typography>
      )}
    </FormDialog>
  );
}

function firstOf({ places }: Options): Place {
  const [first] = places;
  if (first) return first;
  throw new Error('There is nowhere to train.');
}

function wordsOf({ live }: Options, { name }: Place): string {
  if (name === 'SPARK')
    return 'The fields hold the settings that Spark begins with: it has an objective of its own, whose regularisation counts likings.';
  return live ? 'The fields hold the settings of the live model.' : 'The fields hold the default settings.';
}
