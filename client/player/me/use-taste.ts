import { useEffect, useRef, useState } from 'react';
import { account } from '../account/account';
import type { GenrePreferenceInput, PersonFragment } from '../generated/documents';
import { type Saving, usePreferences } from './preferences';
import { moved, type Taste, tasteOf } from './taste';

interface Moving {
  readonly taste: Taste;
  readonly saving: Saving;
  move(preference: GenrePreferenceInput): void;
  /** Sends what waits, and answers when the lists go by it, or when it could not be sent. */
  settle(): Promise<void>;
}

const REST_MS = 500;

/** What is liked as it is moved; sent when it rests, and what waits is sent on leaving. */
export function useTaste({ likedGenres }: Pick<PersonFragment, 'likedGenres'>): Moving {
  const [taste, setTaste] = useState<Taste>(() => tasteOf(likedGenres));
  const { saving, save } = usePreferences();
  const waiting = useRef<(() => Promise<unknown>) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const move = (preference: GenrePreferenceInput): void => {
    const next = moved(taste, preference);
    setTaste(next);
    waiting.current = () => {
      waiting.current = null;
      return save({ genres: [...next.values()] });
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void waiting.current?.(), REST_MS);
  };
  const settle = async (): Promise<void> => {
    clearTimeout(timer.current);
    await waiting.current?.();
  };
  useEffect(() => {
    const wasSignedIn = account() !== null;
    return () => {
      clearTimeout(timer.current);
      // Not in the name of whoever sits here after signing out.
      if ((account() !== null) === wasSignedIn) void waiting.current?.();
    };
  }, []);
  return { taste, saving, move, settle };
}
