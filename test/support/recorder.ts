import type { Page } from 'playwright-core';

/** What a video really played, by its own clock. */
export interface Played {
  /** Seconds, repeats included. */
  readonly total: number;
  /** Seconds without repeats, as the browser itself keeps them. */
  readonly union: number;
}

/**
 * Watches the page's video without the SDK: on every frame and every tick, whatever the clock went on by counts as played, unless a seek
 * lies between. A piece of a frame before a seek is missed, 16 ms at most.
 */
export async function startRecorder(page: Page): Promise<void> {
  await page.evaluate(() => {
    const video = document.querySelector('video') as HTMLVideoElement;
    let total = 0;
    let last = video.currentTime;
    const sample = (): void => {
      const now = video.currentTime;
      if (!video.seeking && now > last) total += now - last;
      last = now;
    };
    const everyFrame = (): void => {
      sample();
      requestAnimationFrame(everyFrame);
    };
    everyFrame();
    for (const tick of ['timeupdate', 'pause', 'ratechange', 'ended']) video.addEventListener(tick, sample);
    for (const jump of ['seeking', 'seeked'])
      video.addEventListener(jump, () => {
        last = video.currentTime;
      });
    Object.assign(window, {
      played: () => {
        sample();
        const ranges = Array.from({ length: video.played.length }, (_, index) => video.played.end(index) - video.played.start(index));
        return { total, union: ranges.reduce((sum, length) => sum + length, 0) };
      },
    });
  });
}

/** What was played so far. */
export const played = (page: Page): Promise<Played> => page.evaluate(() => (window as unknown as { played(): Played }).played());
