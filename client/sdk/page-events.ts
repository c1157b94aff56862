import { attempt } from './report';

/** What happens to the page as a whole. */
export interface PageEvents {
  /** It is hidden or ends; nothing may run afterwards. */
  readonly hidden: () => void;
  readonly shown: () => void;
  readonly online: () => void;
}

/** Follows the page; in a shell that has no document, what there is of it. Returns stop. */
export function followPage({ hidden, shown, online }: PageEvents, caught: (error: unknown) => void): () => void {
  const page = typeof document === 'undefined' ? undefined : document;
  const turned = (): void => (page?.visibilityState === 'hidden' ? hidden() : shown());
  const followed: readonly (readonly [EventTarget | undefined, string, () => void])[] = [
    [page, 'visibilitychange', turned],
    [window, 'pagehide', hidden],
    [window, 'pageshow', shown],
    [window, 'online', online],
  ];
  const listeners = followed.map(([target, type, call]) => [target, type, () => void attempt(call, caught)] as const);
  for (const [target, type, listener] of listeners) target?.addEventListener?.(type, listener);
  return () => {
    for (const [target, type, listener] of listeners) target?.removeEventListener?.(type, listener);
  };
}
