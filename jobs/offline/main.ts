import { AppError } from '../../core/errors';
import { evaluate } from './evaluate';
import { progressOn } from './progress';
import type { Task } from './task';
import { train } from './train';
import { USAGE, UsageFault, WorkFault } from './usage';

const COMMANDS: Readonly<Record<string, (task: Task) => Promise<object>>> = { evaluate, train };

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopped.abort(new WorkFault('Stopped; nothing was written.')));

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

/** The exit code: 0 done, 1 the work cannot be done, 2 it was asked for wrongly. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const helped = command !== undefined && args.includes('--help');
  if (command === undefined || helped) {
    process.stderr.write(USAGE);
    return helped ? 0 : 2;
  }
  const progress = progressOn(process.stderr, () => performance.now());
  try {
    const result = await command({ args, progress, signal: stopped.signal });
    progress.end();
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return 0;
  } catch (error) {
    progress.end();
    process.stderr.write(`${sentenceOf(error)}\n`);
    return error instanceof UsageFault ? 2 : 1;
  }
}

/** What people can do something about is told without a stack trace; a RangeError is a lack of memory. */
function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.expected === null ? error.message : `${error.message} Expected: ${error.expected}.`;
  if (error instanceof UsageFault || error instanceof WorkFault || error instanceof RangeError) return error.message;
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
