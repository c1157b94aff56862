import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/request';
import { accepted, RefusedError, sentenceOf } from '../api/user-errors';
import {
  ChangeTitlesDocument,
  type ChangeTitlesInput,
  type TitleChange,
  type TitleFilter,
  type TitleRowFragment,
} from '../generated/titles';
import { titles, useSaidWithUndo } from './undo';

/** The titles that a change is made to. */
export type Chosen = { readonly ids: readonly string[] } | { readonly filter: TitleFilter };

/** How far a change of many titles is: filled in, looked at, or under way as a job. */
export type Step =
  | { readonly at: 'filling' }
  /** `moved`: there were others when it was looked at first. */
  | { readonly at: 'looking'; readonly count: number; readonly sample: readonly TitleRowFragment[]; readonly moved: boolean }
  | { readonly at: 'working'; readonly jobId: string };

interface Bulk {
  readonly step: Step;
  readonly isBusy: boolean;
  readonly errors: Readonly<Record<string, string>>;
  /** What went wrong that belongs to no field. */
  readonly failure: string | null;
  /** Counts, and shows some of the titles. */
  readonly look: (change: TitleChange) => Promise<void>;
  readonly make: (change: TitleChange) => Promise<void>;
  readonly back: () => void;
}

/** Leads through a change of many titles: first how many and some of them, then for good, with an undo. */
export function useBulk(chosen: Chosen, onDone: () => void): Bulk {
  const [step, setStep] = useState<Step>({ at: 'filling' });
  const [fault, setFault] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const client = useQueryClient();
  const said = useSaidWithUndo();

  const send = async (input: Omit<ChangeTitlesInput, 'ids' | 'filter'>) =>
    accepted((await ask(ChangeTitlesDocument, { input: { ...named(chosen), ...input } })).changeTitles);
  const counted = async (change: TitleChange, moved: boolean): Promise<void> => {
    const { count, sample } = await send({ change, dryRun: true });
    setStep({ at: 'looking', count: count ?? 0, sample, moved });
  };
  const busy = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(null);
    await act().catch(setFault);
    setBusy(false);
  };

  const make = (change: TitleChange): Promise<void> =>
    busy(async () => {
      if (step.at !== 'looking') return;
      try {
        const { changeSet, job } = await send({ change, dryRun: false, expectedCount: step.count });
        if (job) return setStep({ at: 'working', jobId: job.id });
        if (changeSet) said(`${titles(changeSet.titles)} changed.`, changeSet.id);
        await client.invalidateQueries();
        onDone();
      } catch (error) {
        // Titles came or went since they were counted: they are looked at once more.
        if (error instanceof RefusedError && error.isConflict) return counted(change, true);
        throw error;
      }
    });

  return {
    step,
    isBusy,
    ...toldOf(fault),
    look: (change) => busy(() => counted(change, false)),
    make,
    back: () => setStep({ at: 'filling' }),
  };
}

const named = (chosen: Chosen): Pick<ChangeTitlesInput, 'ids' | 'filter'> =>
  'ids' in chosen ? { ids: [...chosen.ids] } : { filter: chosen.filter };

const CHANGE = 'input.change.';

function toldOf(fault: Error | null): Pick<Bulk, 'errors' | 'failure'> {
  if (!(fault instanceof RefusedError)) return { errors: {}, failure: fault?.message ?? null };
  const ofFields = fault.userErrors.filter(({ field }) => field?.startsWith(CHANGE));
  const errors = Object.fromEntries(ofFields.map((error) => [error.field?.slice(CHANGE.length).split(/[.[]/)[0] ?? '', sentenceOf(error)]));
  return { errors, failure: ofFields.length === fault.userErrors.length ? null : fault.message };
}
