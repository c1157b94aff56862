import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { StartJobDocument } from '../generated/jobs';
import { jobDoes, jobWords, PLAIN_JOBS } from './job-words';

/** Starts work that needs no form; trainings and searches lead to theirs. */
export function StartMenu() {
  const may = useMay('JOBS_RUN');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { run, isRunning } = useAct(StartJobDocument, { said: 'It waits for a worker.' });
  if (!may) return null;
  const start = (name: string): void => {
    setOpen(false);
    void run({ name });
  };
  return (
    <>
      <Button
        ref={button}
        variant="contained"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        loading={isRunning}
        onClick={() => setOpen(true)}
      >
        Start a job
      </Button>
      <Menu anchorEl={button.current} open={isOpen} onClose={() => setOpen(false)} slotProps={{ paper: { sx: { maxWidth: 360 } } }}>
        <MenuItem component={Link} to="/models?form=train">
          <Told name="train" />
        </MenuItem>
        <MenuItem component={Link} to="/models?form=tune">
          <Told name="tune" />
        </MenuItem>
        {PLAIN_JOBS.map((name) => (
          <MenuItem key={name} onClick={() => start(name)}>
            <Told name={name} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function Told({ name }: { readonly name: string }) {
  return <ListItemText primary={jobWords(name)} secondary={jobDoes(name)} slotProps={{ secondary: { sx: { whiteSpace: 'normal' } } }} />;
}
