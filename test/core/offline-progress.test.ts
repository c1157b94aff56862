import { progressOn } from '../../jobs/offline/progress';

function aScreen(isTTY: boolean) {
  const said: string[] = [];
  return { said, screen: { isTTY, columns: 60, write: (text: string) => said.push(text) } };
}

describe('the progress of the offline tool', () => {
  it('is a line a stage where nobody looks', () => {
    const { said, screen } = aScreen(false);
    const progress = progressOn(screen, () => 0);
    progress.stage('Reading a.csv');
    progress.at(0.5);
    progress.tell('3 lines are malformed.');
    progress.stage('Training');
    progress.end();
    expect(said).toEqual(['Reading a.csv\n', '3 lines are malformed.\n', 'Training\n']);
  });

  it('is a bar on a terminal, drawn ten times a second at most, and gone at the end', () => {
    const { said, screen } = aScreen(true);
    let now = 0;
    const progress = progressOn(screen, () => now);
    progress.stage('Training');
    for (now = 1; now <= 1000; now++) progress.at(now / 1000, `Iteration ${now}`);
    expect(said.length).toBeLessThanOrEqual(11);
    expect(said.at(-1)).toContain('100 %  Iteration 1000');
    expect(said.every((text) => text.length < 70)).toBe(true);
    progress.end();
    expect(said.at(-1)).toBe('\r\u001b[K');
  });
});
