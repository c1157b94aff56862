import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import CriticalIcon from '@mui/icons-material/ErrorOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import type { DashboardFragment } from '../generated/dashboard';
import { Ago } from '../parts/ago';

type Attention = DashboardFragment['needsAttention'][number];

/** What needs somebody, with the way to mend it; one calm line where nothing does. */
export function NeedsAttention({ of }: { readonly of: readonly Attention[] }) {
  const heading = useId();
  if (of.length === 0)
    return (
      <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary' }}>
        <CheckIcon fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
        <Typography variant="body2">All is well.</Typography>
      </Box>
    );
  return (
    <Card component="section" aria-labelledby={heading}>
      <Typography id={heading} component="h2" variant="h3" sx={{ px: 2, pt: 2 }}>
        Needs attention
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {of.map((attention) => (
          <Item key={attention.id} attention={attention} />
        ))}
      </Box>
    </Card>
  );
}

function Item({ attention: { severity, title, text, remedy, since } }: { readonly attention: Attention }) {
  const isCritical = severity === 'CRITICAL';
  const Icon = isCritical ? CriticalIcon : WarningIcon;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'auto minmax(0, 1fr)', sm: 'auto minmax(0, 1fr) auto' },
        alignItems: 'center',
        px: 2,
        py: 1.5,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Icon sx={{ color: isCritical ? 'error.main' : 'primary.main' }} titleAccess={isCritical ? 'Urgent' : 'Warning'} />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 550 }}>
          {title}{' '}
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            since <Ago at={since} />
          </Typography>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {text}
        </Typography>
      </Box>
      <Button
        component={Link}
        to={remedy}
        variant="outlined"
        size="small"
        sx={{ gridColumn: { xs: '2', sm: 'auto' }, justifySelf: 'start' }}
      >
        Look into it
      </Button>
    </Box>
  );
}
