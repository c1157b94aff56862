import { useRef, useState } from 'react';
import { apollo } from '../api/apollo';
import { type BlendSettingsFragment, SaveBlendDocument, type SaveBlendInput } from '../generated/documents';
import type { Saving } from '../me/preferences';

export type Change = Partial<Omit<SaveBlendInput, 'id' | 'version' | 'userId'>>;

/** What a blend goes by, with what was just chosen in it. */
export interface Settings {
  readonly now: BlendSettingsFragment;
  readonly saving: Saving;
  /** Why the last choice does not stand: somebody else was faster, or it was not taken. */
  readonly fault: 'conflict' | 'refused' | null;
  change(change: Change): void;
}

/**
 * Saves choices one after the other, each over the newest version known here. Somebody else's newer one wins: it is shown, and the choice is
 * to be made again by whoever still wants it. `changed` is told of each that was saved.
 */
export function useSettings(blend: BlendSettingsFragment, changed: () => void): Settings {
  const [answered, setAnswered] = useState<BlendSettingsFragment | null>(null);
  const [chosen, setChosen] = useState<Change>({});
  const [saving, setSaving] = useState<Saving>('none');
  const [fault, setFault] = useState<Settings['fault']>(null);
  const known = answered !== null && answered.version > blend.version ? answered : blend;
  /** The newest version that a save may build on; it is also moved between two saves that follow each other at once. */
  const version = useRef(known.version);
  version.current = Math.max(version.current, known.version);
  const queue = useRef<Promise<void>>(Promise.resolve());

  async function save(change: Change): Promise<void> {
    setSaving('saving');
    const answer = await send({ ...change, id: blend.id, version: version.current });
    if (answer?.blend) {
      version.current = answer.blend.version;
      setAnswered(answer.blend);
    }
    const code = answer === null ? 'FAILED' : answer.code;
    setChosen((all) => without(all, change));
    setSaving(code === null ? 'saved' : 'unsaved');
    if (code === null) changed();
    else setFault(code === 'CONFLICT' ? 'conflict' : 'refused');
  }

  return {
    now: { ...known, ...chosenOver(known, chosen) },
    saving,
    fault,
    change(change) {
      setFault(null);
      setChosen((all) => ({ ...all, ...change }));
      queue.current = queue.current.then(() => save(change));
    },
  };
}

/** What is saved or refused by now is not to be shown over what stands, unless it was chosen anew meanwhile. */
function without(all: Change, done: Change): Change {
  return Object.fromEntries(Object.entries(all).filter(([field, value]) => done[field as keyof Change] !== value));
}

/** A null of a field that has no null changes nothing. */
function chosenOver(known: BlendSettingsFragment, chosen: Change): Partial<BlendSettingsFragment> {
  const { strategy, taste, power, kinds, rewatch, ...nullable } = chosen;
  return {
    ...nullable,
    strategy: strategy ?? known.strategy,
    taste: taste ?? known.taste,
    power: power ?? known.power,
    kinds: kinds ?? known.kinds,
    rewatch: rewatch ?? known.rewatch,
  };
}

interface Answer {
  readonly blend: BlendSettingsFragment | null;
  readonly code: string | null;
}

/** Null where nobody answered. */
async function send(input: SaveBlendInput): Promise<Answer | null> {
  try {
    const { data } = await apollo.mutate({ mutation: SaveBlendDocument, variables: { input }, fetchPolicy: 'no-cache' });
    return data ? { blend: data.saveBlend.blend, code: data.saveBlend.userErrors[0]?.code ?? null } : null;
  } catch {
    return null;
  }
}
