/** Where a title is watched most, as a share of its length: the middle of the first longest run of its highest hundredths. */
export function peakOf(scenes: readonly number[]): number {
  const most = Math.max(...scenes);
  let best = { from: 0, length: 0 };
  let from = 0;
  for (let at = 0; at <= scenes.length; at += 1) {
    if (scenes[at] === most) continue;
    if (at - from > best.length) best = { from, length: at - from };
    from = at + 1;
  }
  return (best.from + best.length / 2) / scenes.length;
}
