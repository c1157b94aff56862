import CompareIcon from '@mui/icons-material/CompareArrows';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { Title } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { ModelsDocument, type ModelsQuery } from '../generated/models';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { headlineOf, mostOf } from './headline';
import { LiveTraining } from './live-training';
import { ModelCards } from './model-cards';
import { ModelTable } from './model-table';
import { SearchDialog } from './search-dialog';
import { RollbackButton } from './swap';
import { TrainDialog } from './train-dialog';

type Models = ModelsQuery['models'];

/** Every model that is kept, what serves and how well each ranks; trainings and searches begin here. */
export default function ModelList() {
  const models = useAsk(ModelsDocument, {});
  const [params, setParams] = useSearchParams();
  const may = useMay('JOBS_RUN');
  const form = may ? params.get('form') : null;
  const close = (): void => setParams({}, { replace: true });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', py: 2 }}>
      <Title title="Models" />
      {may && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
          <Button onClick={() => setParams({ form: 'tune' })}>Search for settings</Button>
          <Button variant="contained" onClick={() => setParams({ form: 'train' })}>
            Train a model
          </Button>
        </Box>
      )}
      <LiveTraining onEnd={() => void models.refetch()} />
      <Asked of={models}>{({ models }) => <Kept models={models} />}</Asked>
      {form === 'train' && <TrainDialog onClose={close} />}
      {form === 'tune' && <SearchDialog onClose={close} />}
    </Box>
  );
}

function Kept({ models }: { readonly models: Models }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isNarrow = useMediaQuery('(max-width: 900px)');
  const live = models.find(({ state }) => state === 'LIVE') ?? null;
  // The two that were chosen last.
  const choose = (id: string): void =>
    setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(-2)));
  const Shown = isNarrow ? ModelCards : ModelTable;
  if (models.length === 0)
    return (
      <Empty title="No model has been trained yet.">
        Until one is, lists show what is popular and say so. Train a model once people have watched something.
      </Empty>
    );
  return (
    <Section
      title="Kept models"
      beside={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <RollbackButton live={live} previous={live?.previous ?? null} />
          <Button
            component={Link}
            to={`/models/compare?a=${chosen[0]}&b=${chosen[1]}`}
            startIcon={<CompareIcon />}
            disabled={chosen.length !== 2}
          >
            {chosen.length === 2 ? `Compare ${chosen.join(' and ')}` : 'Choose two to compare'}
          </Button>
        </Box>
      }
    >
      <Shown models={models} live={live} chosen={chosen} onChoose={choose} most={mostOf(models.map(headlineOf))} />
    </Section>
  );
}
