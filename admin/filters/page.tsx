import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Title } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { type FilterRowFragment, SavedFiltersDocument } from '../generated/filters';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { FilterForm } from './filter-form';
import { FilterTable } from './table';

/** Filters that applications of AWS ask for by name. */
export default function Filters() {
  const asked = useAsk(SavedFiltersDocument, {});
  const [chosen, setChosen] = useState<FilterRowFragment | null>(null);
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Filters" />
      <Typography sx={{ color: 'text.secondary', maxWidth: 720 }}>
        An application that speaks with an AWS SDK names a filter by its ARN, which ends in filter/ and the name. Expressions are those of
        Amazon Personalize.
      </Typography>
      <FilterForm key={chosen ? `${chosen.name} ${chosen.version}` : 'new'} filter={chosen} onDone={() => setChosen(null)} />
      <Asked of={asked}>
        {({ savedFilters }) =>
          savedFilters.length === 0 ? (
            <Empty title="No filters yet.">Lists go out as their placements say.</Empty>
          ) : (
            <FilterTable filters={savedFilters} onChange={setChosen} />
          )
        }
      </Asked>
    </Box>
  );
}
