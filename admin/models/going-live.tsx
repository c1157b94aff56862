import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useMay } from '../api/rights';

interface GoingLiveProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether a model may go live by itself; who may not promote is told that somebody else decides. */
export function GoingLive({ isOn, onChange }: GoingLiveProps) {
  const may = useMay('MODELS_PROMOTE');
  if (!may)
    return <Alert severity="info">The model is measured and kept. Somebody who may promote models decides whether it serves.</Alert>;
  return (
    <FormControlLabel
      control={<Switch checked={isOn} onChange={(_, checked) => onChange(checked)} />}
      label="Let it serve by itself when the gate lets it through"
    />
  );
}
