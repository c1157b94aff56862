import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { PersonalizeNodeFragment } from '../generated/personalize';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { hoursWords, thingWords } from './words';

type Node = PersonalizeNodeFragment;

const COLOURS: Readonly<Record<string, 'success' | 'primary' | 'error'>> = {
  ACTIVE: 'success',
  CREATING: 'primary',
  'CREATE PENDING': 'primary',
  'CREATE IN_PROGRESS': 'primary',
  'CREATE FAILED': 'error',
  CONFLICT: 'error',
  REFUSED: 'error',
};

/** What is there or shall be, each inside what it stands in. */
export function ResourceTree({ resources }: { readonly resources: readonly Node[] }) {
  const ids = new Set(resources.map(({ id }) => id));
  const roots = resources.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  return (
    <Section title="What is there">
      {resources.length === 0 ? (
        <Empty title="Nothing yet">Start it, and what the plan names appears here.</Empty>
      ) : (
        <Box component="ul" aria-label="Resources" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {roots.map((node) => (
            <Branch key={node.id} node={node} all={resources} />
          ))}
        </Box>
      )}
    </Section>
  );
}

function Branch({ node, all }: { readonly node: Node; readonly all: readonly Node[] }) {
  const inside = all.filter(({ parentId }) => parentId === node.id);
  const trouble = node.failureReason ?? node.proposal;
  return (
    <Box component="li" sx={{ py: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
        <span>{thingWords(node.kind, node.logicalKey)}</span>
        <Chip
          size="small"
          variant="outlined"
          color={COLOURS[node.status] ?? 'default'}
          label={node.status.toLowerCase().replaceAll('_', ' ')}
        />
        {node.arn !== null && !node.createdByUs && <Chip size="small" variant="outlined" label="was there before" />}
        {node.trainingHours !== null && (
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            trained for {hoursWords(node.trainingHours)}
          </Typography>
        )}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {node.name}
      </Typography>
      {trouble !== null && (
        <Typography variant="body2" sx={{ color: node.failureReason === null ? 'text.primary' : 'error.main', overflowWrap: 'anywhere' }}>
          {trouble}
        </Typography>
      )}
      {inside.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, pl: 2, ml: 1, borderLeft: 1, borderColor: 'divider' }}>
          {inside.map((each) => (
            <Branch key={each.id} node={each} all={all} />
          ))}
        </Box>
      )}
    </Box>
  );
}
