import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { Operation } from '../api/request';
import { useAct } from '../api/use-act';
import type { UserError } from '../api/user-errors';

interface Offer {
  readonly download?: { readonly url: string } | null;
  readonly userErrors: readonly UserError[];
}

interface DownloadButtonProps<Variables> {
  /** A mutation that answers `download { url }`: a signed address, good for minutes. */
  readonly operation: Operation<Readonly<Record<string, Offer>>, Variables>;
  readonly variables: Variables;
  readonly children: ReactNode;
}

/** Asks for a download and begins it; the page stays. */
export function DownloadButton<Variables>({ operation, variables, children }: DownloadButtonProps<Variables>) {
  const { run, isRunning } = useAct(operation);
  async function begin() {
    const offer = await run(variables);
    if (offer?.download) location.assign(offer.download.url);
  }
  return (
    <Button startIcon={<DownloadIcon />} onClick={() => void begin()} loading={isRunning} loadingPosition="start">
      {children}
    </Button>
  );
}
