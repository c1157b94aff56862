import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateOptions } from '../../jobs/offline/evaluate-options';
import { exportOptions } from '../../jobs/offline/export';
import { plainSettings, settingsAsGiven } from '../../jobs/offline/setting-options';
import { trainOptions } from '../../jobs/offline/train';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'offline.md'), 'utf8');
const READ: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  evaluate: evaluateOptions,
  train: trainOptions,
  export: exportOptions,
};

const commands = [...page.matchAll(/^npm run -s (\w+) -- ([^#\n`]*)/gm)].map(
  ([, command = '', args = '']) => [command, args.trim()] as const,
);

describe('the page about the offline tool', () => {
  it.each(commands)('shows only options that there are: %s %s', (command, args) => {
    expect(() => READ[command]?.(args.split(' '))).not.toThrow();
  });

  it('shows every command', () => {
    expect(new Set(commands.map(([command]) => command))).toEqual(new Set(Object.keys(READ)));
  });

  it('tells the defaults as they are', () => {
    const told = Object.fromEntries(
      [...page.matchAll(/^\| `--([a-z-]+)` \| .* \| (\S+) \|$/gm)].map(([, name = '', value = '']) => [
        name.replace(/-./, (part) => part.slice(1).toUpperCase()),
        value.replaceAll('`', ''),
      ]),
    );
    const { threads, ...settings } = told;
    expect(threads).toBe('all');
    expect(settings).toEqual(
      Object.fromEntries(Object.entries(settingsAsGiven(plainSettings({}))).map(([name, value]) => [name, String(value)])),
    );
  });
});
