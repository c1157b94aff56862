import { evaluate } from './evaluate';
import { type Command, runCommand } from './run';
import { train } from './train';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['evaluate', evaluate],
  ['train', train],
]);

const [name = '', ...args] = process.argv.slice(2);
void runCommand(COMMANDS.get(name) ?? null, args).then((code) => {
  process.exitCode = code;
});
