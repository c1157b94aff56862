import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { type ModelRowFragment, PromoteModelDocument, RollbackModelDocument } from '../generated/models';
import { Confirm } from '../parts/confirm';
import { headlineOf, measuredWords } from './headline';

type Row = ModelRowFragment;

/** Lets a model serve, after saying what that changes. */
export function PromoteButton({ model, live }: { readonly model: Row; readonly live: Row | null }) {
  const may = useMay('MODELS_PROMOTE');
  const [isOpen, setOpen] = useState(false);
  const { run } = useAct(PromoteModelDocument, { said: `Model ${model.id} serves now.` });
  if (!may || model.state === 'LIVE' || model.state === 'FAILED' || model.bytes === 0) return null;
  async function promote() {
    await run({ id: model.id });
    setOpen(false);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`Promote model ${model.id}`}>
        Promote
      </Button>
      <Confirm isOpen={isOpen} title={`Let model ${model.id} serve?`} action="Promote" onConfirm={promote} onClose={() => setOpen(false)}>
        <Typography>
          Every list is made by model {model.id} from the next one on; lists that are open get it with their next change.
        </Typography>
        {live && <Typography sx={{ mt: 1 }}>Model {live.id} retires. One click brings it back.</Typography>}
        <Ranks models={live ? [model, live] : [model]} />
        {model.report?.gate.outcome === 'HELD' && (
          <Typography sx={{ mt: 1, color: 'error.main' }}>The gate held it back: {model.report.gate.text}</Typography>
        )}
        {!model.report && (
          <Typography sx={{ mt: 1, color: 'error.main' }}>It was not measured: nobody knows yet how well it ranks.</Typography>
        )}
      </Confirm>
    </>
  );
}

interface RollbackProps {
  readonly live: Row | null;
  /** The model that would serve again; null: none. */
  readonly previous: { readonly id: string } | null;
}

/** Brings back the model that served before, after saying which. */
export function RollbackButton({ live, previous }: RollbackProps) {
  const may = useMay('MODELS_PROMOTE');
  const [isOpen, setOpen] = useState(false);
  const { run } = useAct(RollbackModelDocument, {
    said: previous ? `Model ${previous.id} serves again.` : 'The model before serves again.',
  });
  if (!may || !live || !previous) return null;
  async function rollBack() {
    await run({});
    setOpen(false);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Roll back</Button>
      <Confirm
        isOpen={isOpen}
        title={`Go back to model ${previous.id}?`}
        action="Roll back"
        onConfirm={rollBack}
        onClose={() => setOpen(false)}
      >
        <Typography>
          Model {previous.id} served before. From the next list on it serves again, and model {live.id} retires: you can promote it again
          later.
        </Typography>
      </Confirm>
    </>
  );
}

function Ranks({ models }: { readonly models: readonly Row[] }) {
  const measured = models.flatMap((model) => {
    const metric = headlineOf(model);
    return metric ? [`model ${model.id} ${measuredWords(metric)}`] : [];
  });
  if (measured.length === 0) return null;
  return (
    <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
      NDCG@10: {measured.join('; ')}.
    </Typography>
  );
}
