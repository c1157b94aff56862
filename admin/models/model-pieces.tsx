import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import type { ModelRowFragment } from '../generated/models';
import { Ago } from '../parts/ago';
import { brief } from '../parts/numbers';
import { StateChip } from '../parts/state-chip';
import { HEADLINE, headlineOf, whiskersOf } from './headline';
import { Whiskers } from './whiskers';

/** What a list of models is given, in a table as in cards. */
export interface ModelsProps {
  readonly models: readonly ModelRowFragment[];
  readonly live: ModelRowFragment | null;
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
  /** Where the scale of the headline ends, the same for all. */
  readonly most: number;
}

type Of = { readonly model: ModelRowFragment };

/** Its name, where it stands, and since when it is there. */
export function Named({ model }: Of) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <MuiLink component={Link} to={`/models/${model.id}`}>
        Model {model.id}
      </MuiLink>
      <StateChip state={model.state} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        trained <Ago at={model.createdAt} />
        {model.trainedOn === 'SPARK' && ' on Apache Spark'}
      </Typography>
    </Box>
  );
}

/** Chooses a model to be compared. */
export function Chooser({ model, chosen, onChoose }: Of & Pick<ModelsProps, 'chosen' | 'onChoose'>) {
  if (model.state === 'FAILED') return null;
  return (
    <Checkbox
      checked={chosen.includes(model.id)}
      onChange={() => onChoose(model.id)}
      slotProps={{ input: { 'aria-label': `Compare model ${model.id}` } }}
    />
  );
}

/** The headline with its intervals beside popularity and chance. */
export function Headline({ model, most }: Of & Pick<ModelsProps, 'most'>) {
  const headline = headlineOf(model);
  if (headline) return <Whiskers metric={HEADLINE} rows={whiskersOf(headline)} most={most} />;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      Not measured
    </Typography>
  );
}

/** Why it went live by itself or did not, and what the gate says where that is another matter. */
export function Verdict({ model: { error, verdict, report } }: Of) {
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {error ?? verdict ?? '–'}
      {report && report.gate.text !== verdict && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {report.gate.outcome === 'PASSED' ? 'The gate would let it serve.' : 'The gate would hold it back.'}
        </Typography>
      )}
    </Box>
  );
}

/** How much it learned from. */
export function Learned({ model }: Of) {
  return (
    <>
      {brief(model.interactions)} by {brief(model.users)} people
      <br />
      {brief(model.items)} titles
    </>
  );
}
