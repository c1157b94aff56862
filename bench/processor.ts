import { readdirSync, readFileSync } from 'node:fs';

// USER_HZ, which is 100 on every Linux that Node runs on.
const TICK_MS = 10;

/** Processor time in milliseconds that a process and its children have taken, those that have ended included; Linux only. */
export function processorTime(pid: number): number {
  const own = statOf(pid);
  if (own === null) throw new Error(`There is no process ${pid}, or this system has no /proc.`);
  const children = readdirSync('/proc')
    .map((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : null))
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.time ?? 0), own.time + own.ofEnded);
}

interface Stat {
  readonly parent: number;
  readonly time: number;
  /** Of children that have ended. */
  readonly ofEnded: number;
}

function statOf(pid: number): Stat | null {
  try {
    // The name of a process stands in parentheses and may hold spaces; see proc(5) for what follows.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((at) => fields[at]);
    return { parent, time: TICK_MS * (user + system), ofEnded: TICK_MS * (endedUser + endedSystem) };
  } catch {
    return null;
  }
}
