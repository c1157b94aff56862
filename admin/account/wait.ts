import { useEffect, useState } from 'react';
import { ApiError } from '../api/request';

/** How many seconds are left of what the server asked to wait for; 0 when there is nothing to wait for. */
export function useWait(error: Error | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = error instanceof ApiError ? (error.retryAfterSeconds ?? 0) : 0;
    const until = Date.now() + seconds * 1000;
    const count = (): void => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    count();
    if (seconds === 0) return;
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}

/** 45 seconds, 2 minutes. */
export function waitText(seconds: number): string {
  if (seconds < 90) return `${seconds} second${seconds === 1 ? '' : 's'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
