import { useEffect, useState } from 'react';

const PAUSE_MS = 200;

/** A text once its typing pauses, without the space around it. */
export function useCalm(text: string): string {
  const [calm, setCalm] = useState(text.trim());
  useEffect(() => {
    const timer = setTimeout(() => setCalm(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return calm;
}
