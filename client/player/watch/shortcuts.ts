import type { PlayerMedia } from './media';

/** What a key asks of the player. */
export type Action =
  | { readonly type: 'toggle' | 'full' | 'mute' }
  | { readonly type: 'by'; readonly seconds: number }
  | { readonly type: 'to'; readonly part: number }
  | { readonly type: 'rate'; readonly step: 1 | -1 };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  [' ', { type: 'toggle' }],
  ['k', { type: 'toggle' }],
  ['arrowleft', { type: 'by', seconds: -5 }],
  ['arrowright', { type: 'by', seconds: 5 }],
  ['j', { type: 'by', seconds: -10 }],
  ['l', { type: 'by', seconds: 10 }],
  ['f', { type: 'full' }],
  ['m', { type: 'mute' }],
  ['<', { type: 'rate', step: -1 }],
  ['>', { type: 'rate', step: 1 }],
]);

/** What a key asks for; null: nothing of the player's. Keys pressed with Ctrl, Alt or Meta are the browser's. */
export function actionOf({ key, ctrlKey, altKey, metaKey }: Key): Action | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (/^[0-9]$/.test(key)) return { type: 'to', part: Number(key) / 10 };
  return ACTIONS.get(key.toLowerCase()) ?? null;
}

/** The next speed up or down of those that there are. */
export function nextRate(rates: readonly number[], rate: number, step: 1 | -1): number {
  const ahead = step === 1 ? rates.filter((each) => each > rate) : rates.filter((each) => each < rate);
  return (step === 1 ? ahead[0] : ahead.at(-1)) ?? rate;
}

/** Moves by so many seconds, within the title. */
export function moveBy(media: PlayerMedia, seconds: number): void {
  const end = Number.isFinite(media.duration) ? media.duration : Number.POSITIVE_INFINITY;
  media.currentTime = Math.min(end, Math.max(0, media.currentTime + seconds));
}

/** Plays what stands, and stops what plays. A browser that wants a press first leaves it standing. */
export function toggle(media: PlayerMedia): void {
  if (media.paused) void media.play().catch(() => {});
  else media.pause();
}
