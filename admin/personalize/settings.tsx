import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { type PersonalizeStateFragment, SavePersonalizeDocument } from '../generated/personalize';
import { ROLE_WORDS } from './words';

type Sync = PersonalizeStateFragment;

const NONE = 'none';

/** The button that opens what is wanted and what it may cost. */
export function EditSettings({ sync }: { readonly sync: Sync }) {
  const [isOpen, setOpen] = useState(false);
  if (!useMay('JOBS_SCHEDULE')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Change</Button>
      {isOpen && <SettingsDialog sync={sync} onClose={() => setOpen(false)} />}
    </>
  );
}

function SettingsDialog({ sync, onClose }: { readonly sync: Sync; readonly onClose: () => void }) {
  const heading = useId();
  const [recipes, setRecipes] = useState(() => new Map(sync.recipes.map(({ role, recipe }) => [role, recipe ?? NONE])));
  const [texts, setTexts] = useState(() => textsOf(sync));
  const [guard, setGuard] = useState(sync.guard);
  const { run, isRunning } = useAct(SavePersonalizeDocument, { said: 'Saved.' });
  const field = (name: keyof typeof texts, label: string) => (
    <TextField
      label={label}
      value={texts[name]}
      onChange={({ target }) => setTexts({ ...texts, [name]: target.value })}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
  async function save() {
    const { version, eventTracker, filters } = sync;
    const wanted = sync.recipes.flatMap(({ role, estimatedHours }) => {
      const recipe = recipes.get(role) ?? NONE;
      return recipe === NONE ? [] : [{ role, recipe, estimatedHours }];
    });
    const budget = {
      ...{ trainingHours: Number(texts.trainingHours), campaignHours: Number(texts.campaignHours) },
      ...{ trainingHourPrice: numberOrNone(texts.trainingHourPrice), campaignHourPrice: numberOrNone(texts.campaignHourPrice) },
    };
    const ages = { retrainDays: numberOrNone(texts.retrainDays), idleHours: numberOrNone(texts.idleHours) };
    if (await run({ input: { version, recipes: wanted, eventTracker, filters, guard, budget, ...ages } })) onClose();
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>What is wanted, and what it may cost</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, '& > :first-of-type': { mt: 1 } }}>
        {sync.recipes.map(({ role, choices }) => (
          <TextField
            key={role}
            select
            label={ROLE_WORDS[role]}
            value={recipes.get(role)}
            onChange={({ target }) => setRecipes(new Map(recipes).set(role, target.value))}
          >
            {[...choices, NONE].map((each) => (
              <MenuItem key={each} value={each}>
                {each === NONE ? 'No campaign' : each}
              </MenuItem>
            ))}
          </TextField>
        ))}
        {field('trainingHours', 'Training hours a month')}
        {field('campaignHours', 'Campaign hours a month')}
        {field('trainingHourPrice', 'Price of a training hour, if you like')}
        {field('campaignHourPrice', 'Price of a campaign hour, if you like')}
        {field('retrainDays', 'Train again after days; empty: when asked')}
        {field('idleHours', 'Idle after hours without an answer; empty: never')}
        <TextField
          select
          label="Idle, or beyond the budget"
          value={guard}
          onChange={({ target }) => setGuard(target.value as Sync['guard'])}
        >
          <MenuItem value="PROPOSE">Propose to take it down</MenuItem>
          <MenuItem value="TAKE_DOWN">Take it down</MenuItem>
        </TextField>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" onClick={() => void save()} loading={isRunning}>
          Save
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function textsOf({ budget, retrainDays, idleHours }: Sync) {
  const text = (value: number | null): string => (value === null ? '' : String(value));
  return {
    ...{ trainingHours: text(budget.trainingHours), campaignHours: text(budget.campaignHours) },
    ...{ trainingHourPrice: text(budget.trainingHourPrice), campaignHourPrice: text(budget.campaignHourPrice) },
    ...{ retrainDays: text(retrainDays), idleHours: text(idleHours) },
  };
}

const numberOrNone = (text: string): number | null => (text.trim() === '' ? null : Number(text));
