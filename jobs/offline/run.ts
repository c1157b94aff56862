import { ConfigError } from '../../core/config';
import { AppError } from '../../core/errors';
import { StartError } from '../../core/start-error';
import { type Progress, progressOn } from './progress';
import { USAGE, UsageFault, WorkFault } from './usage';

/** What a command runs with. */
export interface Task {
  readonly args: readonly string[];
  readonly progress: Progress;
  /** Aborted by Ctrl-C: what is half done is undone. */
  readonly signal: AbortSignal;
}

const TOLD = [UsageFault, WorkFault, AppError, StartError, ConfigError];
/** V8's words. The kernel says a lack of memory in a RangeError too, as a sentence. */
const NO_ROOM = 'Array buffer allocation failed';

/** Answers the one object that is printed. */
export type Command = (task: Task) => Promise<object>;

/** Runs a command; null: there is none of that name. Answers the exit code: 0 done, 1 the work cannot be done, 2 it was asked for wrongly. */
export async function runCommand(command: Command | null, args: readonly string[]): Promise<number> {
  const helped = args.includes('--help');
  if (command === null || helped) {
    process.stderr.write(USAGE);
    return helped ? 0 : 2;
  }
  const progress = progressOn(process.stderr, () => performance.now());
  const stopped = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => stopped.abort(new WorkFault('Stopped; nothing was written.')));
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

/** What people can do something about is told without a stack trace. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AppError && error.expected !== null) return `${error.message} Expected: ${error.expected}.`;
  if (error.message === NO_ROOM) return 'There is not enough memory for these interactions.';
  const told = TOLD.some((kind) => error instanceof kind) || (error instanceof RangeError && error.message.endsWith('.'));
  return told ? error.message : (error.stack ?? error.message);
}
