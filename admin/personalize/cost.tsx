import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { PersonalizeStateFragment } from '../generated/personalize';
import { Section } from '../parts/section';
import { hoursWords } from './words';

type Sync = PersonalizeStateFragment;

/** What this month cost, beside what it may. */
export function CostGuard({ sync, beside }: { readonly sync: Sync; readonly beside?: ReactNode }) {
  const { spent, budget, idleHours, guard, retrainDays } = sync;
  return (
    <Section title="Cost guard" beside={beside}>
      <Meter label="Training this month" used={spent.trainingHours} most={budget.trainingHours} />
      <Meter label="Campaigns this month, idle or not" used={spent.campaignHours} most={budget.campaignHours} />
      <Typography sx={{ color: 'text.secondary' }}>
        {spent.price !== null && `About ${spent.price.toLocaleString(undefined, { maximumFractionDigits: 2 })} by the prices given. `}
        {idleHours === null ? 'No campaign counts as idle. ' : `A campaign that answers nothing for ${idleHours} h is idle. `}
        {guard === 'TAKE_DOWN'
          ? 'Idle campaigns, and those beyond the budget, are taken down. '
          : 'Taking one down is proposed, never done by itself. '}
        {retrainDays === null ? 'Trainings only when somebody asks.' : `Trained again after ${retrainDays} days.`}
      </Typography>
    </Section>
  );
}

function Meter({ label, used, most }: { readonly label: string; readonly used: number; readonly most: number }) {
  const share = most > 0 ? Math.min(1, used / most) : Number(used > 0);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 1 }}>
        <span>{label}</span>
        <span>
          {hoursWords(used)} of {hoursWords(most)}
        </span>
      </Box>
      <LinearProgress variant="determinate" value={share * 100} color={share >= 1 ? 'error' : 'primary'} aria-label={label} />
    </Box>
  );
}
