import Button from '@mui/material/Button';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { type MoodRowFragment, RemoveMoodDocument } from '../generated/moods';
import { Confirm } from '../parts/confirm';

interface RemoveProps {
  readonly mood: MoodRowFragment;
  readonly onRemoved: () => void;
}

/** Takes a mood out; where placements ask for it, the refusal names them. */
export function RemoveMood({ mood: { id, version, names }, onRemoved }: RemoveProps) {
  const [isAsking, setAsking] = useState(false);
  const mayWrite = useMay('CATALOGUE_WRITE');
  const { run } = useAct(RemoveMoodDocument, { said: `${names.en} is taken out.` });
  async function remove() {
    const done = await run({ id, version });
    setAsking(false);
    if (done !== null) onRemoved();
  }
  if (!mayWrite) return null;
  return (
    <>
      <Button color="error" size="small" onClick={() => setAsking(true)}>
        Take out
      </Button>
      <Confirm
        isOpen={isAsking}
        title={`Take out ${names.en}?`}
        action="Take out"
        isDangerous
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        Lists can be asked by it no more. The audit keeps what it was.
      </Confirm>
    </>
  );
}
