import EraseIcon from '@mui/icons-material/PersonRemoveOutlined';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAct } from '../api/use-act';
import { ForgetPersonDocument } from '../generated/erasures';
import { Confirm } from '../parts/confirm';
import { personName, referenceOf } from './name';
import type { Person } from './person';

/** Forgets somebody for good, after their name was typed; leads to the receipt. */
export function ForgetButton({ person }: { readonly person: Person }) {
  const [isAsking, setAsking] = useState(false);
  const [retrain, setRetrain] = useState(true);
  const { run } = useAct(ForgetPersonDocument);
  const navigate = useNavigate();
  const name = referenceOf(person);

  async function forget() {
    const done = await run({ id: person.id, confirm: name, retrain });
    if (done?.erasure) navigate(`/erasures/${done.erasure.id}/show`);
  }

  return (
    <>
      <Button color="error" startIcon={<EraseIcon />} onClick={() => setAsking(true)}>
        Forget this person
      </Button>
      <Confirm
        isOpen={isAsking}
        title={`Forget ${personName(person)} for good?`}
        action="Forget for good"
        isDangerous
        typed={name}
        onClose={() => setAsking(false)}
        onConfirm={forget}
      >
        <Typography>
          They are served no more at once, and everything that is kept of them is removed: who they are, what they did, what was shown to
          them. There is no way back. Whoever comes again under this name begins anew.
        </Typography>
        <FormControlLabel
          control={<Checkbox checked={retrain} onChange={({ target }) => setRetrain(target.checked)} />}
          label="Then train a model that has not learned from them"
        />
      </Confirm>
    </>
  );
}
