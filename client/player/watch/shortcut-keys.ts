import { useEffect } from 'react';
import type { PlayerMedia } from './media';
import { type Action, actionOf, moveBy, nextRate, toggle } from './shortcuts';

interface Stage {
  readonly media: PlayerMedia | null;
  readonly rates: readonly number[];
  full(): void;
}

/** Lets keys play, wherever the focus is, but where a key has a meaning of its own: in fields, dialogs and menus, and space on a button. */
export function useShortcutKeys({ media, rates, full }: Stage): void {
  useEffect(() => {
    if (!media) return;
    const press = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (!action || event.defaultPrevented || isTaken(event)) return;
      event.preventDefault();
      apply(action, media, rates, full);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [media, rates, full]);
}

function apply(action: Action, media: PlayerMedia, rates: readonly number[], full: () => void): void {
  if (action.type === 'toggle') toggle(media);
  if (action.type === 'full') full();
  if (action.type === 'mute') media.muted = !media.muted;
  if (action.type === 'by') moveBy(media, action.seconds);
  if (action.type === 'to' && Number.isFinite(media.duration)) media.currentTime = media.duration * action.part;
  if (action.type === 'rate') media.playbackRate = nextRate(rates, media.playbackRate, action.step);
}

function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea, select, [contenteditable], dialog, [data-own-keys]')) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return key === ' ' && target.closest('button, a, summary') !== null;
}
