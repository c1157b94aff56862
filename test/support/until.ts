/** Waits until `condition` answers something truthy, and returns that; fails after `seconds` with what was awaited. */
export async function until<T>(what: string, condition: () => T | Promise<T>, seconds = 10): Promise<NonNullable<T>> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
