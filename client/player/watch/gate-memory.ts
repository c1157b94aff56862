import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useAccount } from '../account/account';
import { DemoPeopleDocument } from '../generated/documents';
import { keepText, keptText } from '../parts/kept';
import { asksNow, type GateMemory, played, readGate, UNASKED, writeGate } from './gate';
import type { PlayerMedia } from './media';

const KEY = 'kinograph:gate';

/** Whether it is time to ask, and what takes the answer; time counts while the media plays. */
export function useGate(media: PlayerMedia | null): { readonly isOpen: boolean; answer(memory: GateMemory): void } {
  const isSignedIn = useAccount() !== null;
  const { data } = useQuery(DemoPeopleDocument, { skip: isSignedIn });
  const hasAccounts = data?.demo != null;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!media || isSignedIn || !hasAccounts) return setOpen(false);
    const tick = setInterval(() => {
      if (media.paused) return;
      const memory = played(read(), 1);
      keep(memory);
      if (asksNow(memory, { isSignedIn, hasAccounts }, Date.now())) setOpen(true);
    }, 1_000);
    return () => clearInterval(tick);
  }, [media, isSignedIn, hasAccounts]);
  return {
    isOpen,
    answer(memory) {
      keep(memory);
      setOpen(false);
    },
  };
}

let memory = UNASKED;

function read(): GateMemory {
  const text = keptText(KEY);
  return text === undefined ? memory : readGate(text);
}

function keep(next: GateMemory): void {
  memory = next;
  keepText(KEY, writeGate(next));
}
