import ExpandIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface FoldedProps {
  readonly title: string;
  /** Whether it begins unfolded. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** A card that folds: on a phone what follows it would be far away. */
export function Folded({ title, isOpen, children }: FoldedProps) {
  return (
    <Accordion
      defaultExpanded={isOpen}
      disableGutters
      variant="outlined"
      slotProps={{ heading: { component: 'h2' } }}
      sx={{ borderRadius: 2 }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Typography component="span" variant="h3">
          {title}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children}</AccordionDetails>
    </Accordion>
  );
}
