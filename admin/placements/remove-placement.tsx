import Button from '@mui/material/Button';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { RemovePlacementDocument } from '../generated/placements';
import { Confirm } from '../parts/confirm';
import { type PlacementListed, servedText } from './served';

/** Made again at every start: taking them out would be for nothing. */
const BUILT_IN: readonly string[] = ['home', 'side-list'];

interface RemoveProps {
  readonly placement: PlacementListed;
  readonly onRemoved: () => void;
}

/** Takes a placement out; where front ends still ask for it, its name has to be typed. */
export function RemovePlacement({ placement: { name, version, day }, onRemoved }: RemoveProps) {
  const [isAsking, setAsking] = useState(false);
  const mayWrite = useMay('PLACEMENTS_WRITE');
  const { run } = useAct(RemovePlacementDocument, { said: `${name} is taken out.` });
  const isUsed = (day ?? []).length > 0;
  async function remove() {
    if ((await run({ name, version, force: isUsed })) !== null) onRemoved();
  }
  if (!mayWrite || BUILT_IN.includes(name)) return null;
  return (
    <>
      <Button color="error" size="small" onClick={() => setAsking(true)}>
        Take out
      </Button>
      <Confirm
        isOpen={isAsking}
        title={`Take out ${name}?`}
        action="Take out"
        isDangerous
        {...(isUsed && { typed: name })}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        {isUsed
          ? `Front ends asked for it ${servedText(day)} times in the last 24 hours. From now on they would be told that there is no such placement.`
          : 'Nobody asked for it in the last 24 hours. The audit keeps what it was.'}
      </Confirm>
    </>
  );
}
