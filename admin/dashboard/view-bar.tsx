import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import type { MetricsPeriod } from '../generated/dashboard';
import { wordsOf } from '../parts/state-chip';
import { KINDS, type View } from './use-view';
import { ZoneField } from './zone-field';

const PERIODS: readonly (readonly [MetricsPeriod, string])[] = [
  ['DAY', '24 h'],
  ['WEEK', '7 d'],
  ['MONTH', '30 d'],
];
const ALL = 'all';

interface ViewBarProps {
  readonly view: View;
  readonly change: (part: Partial<View>) => void;
  readonly placements: readonly string[];
  readonly models: readonly { readonly id: string; readonly state: string }[];
  /** What else can be done with these numbers. */
  readonly children: ReactNode;
}

/** Chooses what the dashboard shows. */
export function ViewBar({ view, change, placements, models, children }: ViewBarProps) {
  const kinds = KINDS.map((kind) => [kind, wordsOf(kind)] as const);
  const served = models.filter(({ state, id }) => state === 'LIVE' || state === 'RETIRED' || id === view.modelId);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'auto repeat(3, minmax(0, 170px)) minmax(0, 240px) 1fr' },
        alignItems: 'center',
      }}
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view.period}
        onChange={(_, period: MetricsPeriod | null) => period && change({ period })}
        aria-label="Period"
        sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, '& .MuiToggleButton-root': { px: 2, textTransform: 'none' } }}
      >
        {PERIODS.map(([period, label]) => (
          <ToggleButton key={period} value={period}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Choice label="Kind" all="All kinds" value={view.kind} of={kinds} onChange={(kind) => change({ kind: kind as View['kind'] })} />
      <Choice
        label="Placement"
        all="All placements"
        value={view.placement}
        of={[...new Set([...placements, ...(view.placement ? [view.placement] : [])])].map((name) => [name, name] as const)}
        onChange={(placement) => change({ placement })}
      />
      <Choice
        label="Model"
        all="All models"
        value={view.modelId}
        of={served.map(({ id, state }) => [id, `Model ${id}${state === 'LIVE' ? ', live' : ''}`] as const)}
        onChange={(modelId) => change({ modelId })}
      />
      <ZoneField value={view.timeZone} onChange={(timeZone) => change({ timeZone })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: { md: 'flex-end' }, gridColumn: { xs: '1 / -1', md: 'auto' } }}>
        {children}
      </Box>
    </Box>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly of: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, all, value, of, onChange }: ChoiceProps) {
  const isKnown = value === null || of.some(([one]) => one === value);
  return (
    <TextField
      select
      label={label}
      value={value ?? ALL}
      onChange={({ target }) => onChange(target.value === ALL ? null : target.value)}
      slotProps={{ htmlInput: { 'aria-label': label } }}
    >
      <MenuItem value={ALL}>{all}</MenuItem>
      {!isKnown && value !== null && <MenuItem value={value}>{value}</MenuItem>}
      {of.map(([one, text]) => (
        <MenuItem key={one} value={one}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}
