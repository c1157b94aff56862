import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import {
  PausePersonalizeDocument,
  type PersonalizeStateFragment,
  StartPersonalizeDocument,
  TearDownPersonalizeDocument,
} from '../generated/personalize';
import { Confirm } from '../parts/confirm';

const TAKE_DOWN = 'take down';

/** Start, train again, pause and take down, as far as it stands and the role allow. */
export function Actions({ sync }: { readonly sync: PersonalizeStateFragment }) {
  const [asked, setAsked] = useState<'start' | 'retrain' | 'down' | null>(null);
  const [maySteer, mayPause] = [useMay('JOBS_SCHEDULE'), useMay('JOBS_RUN')];
  const start = useAct(StartPersonalizeDocument, { said: 'It is on its way: the first steps show within a minute.' });
  const pause = useAct(PausePersonalizeDocument, { said: 'Paused: lists come from here.' });
  const down = useAct(TearDownPersonalizeDocument, { said: 'It is being taken down, campaigns first.' });
  const { state, enabled, plan } = sync;
  const isSetUp = sync.missing.length === 0 && !sync.isDisabled;
  const isThere = state !== 'OFF' && state !== 'GONE' && state !== 'TEARDOWN';
  const paid = plan.filter(({ isPaid }) => isPaid).length;
  const close = (): void => setAsked(null);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {maySteer && isSetUp && state !== 'TEARDOWN' && state !== 'LIVE' && (
        <Button variant="contained" onClick={() => setAsked('start')}>
          {isThere ? 'Start again' : 'Start'}
        </Button>
      )}
      {maySteer && isSetUp && state === 'LIVE' && <Button onClick={() => setAsked('retrain')}>Train again</Button>}
      {mayPause && enabled && (
        <Button onClick={() => void pause.run({})} loading={pause.isRunning}>
          Pause
        </Button>
      )}
      {maySteer && isThere && (
        <Button color="error" onClick={() => setAsked('down')}>
          Take down
        </Button>
      )}
      <Confirm
        isOpen={asked === 'start' || asked === 'retrain'}
        title={asked === 'retrain' ? 'Export and train again?' : 'Start the sync with Personalize?'}
        action={asked === 'retrain' ? 'Train again' : 'Start'}
        onConfirm={() => start.run({ retrain: asked === 'retrain' }).then(close)}
        onClose={close}
      >
        {asked === 'retrain'
          ? 'Everything is exported again; where it differs, every solution is trained again. Trainings cost.'
          : `AWS bills trainings and campaigns by the hour; ${paid} of the ${plan.length} planned calls cost. The cost guard stops at the budget.`}
      </Confirm>
      <Confirm
        isOpen={asked === 'down'}
        title="Take everything down?"
        action="Take down"
        typed={TAKE_DOWN}
        isDangerous
        onConfirm={() => down.run({ confirm: TAKE_DOWN }).then(close)}
        onClose={close}
      >
        What we made over there is removed: campaigns, solutions with their trainings, event tracker, filters and datasets. What was there
        before stays. It cannot be undone: having it back means training again.
      </Confirm>
    </Box>
  );
}
