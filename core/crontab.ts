const FIELDS = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  { name: 'days of the month', least: 1, most: 31 },
  { name: 'months', least: 1, most: 12 },
  { name: 'days of the week', least: 0, most: 6 },
] as const;

/** What is wrong with a crontab line of five fields, in words that end a sentence; null when nothing is. Numbers only, as the queue reads them. */
export function crontabFault(text: string): string | null {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) return `have five fields (minute, hour, day, month, day of the week), like "0 3 * * *"`;
  const wrong = FIELDS.find(({ least, most }, at) => !fields[at]?.split(',').every((part) => isPart(part, least, most)));
  return wrong ? `have ${wrong.name} from ${wrong.least} to ${wrong.most}, as *, */n, n, n-m or a list of these` : null;
}

function isPart(part: string, least: number, most: number): boolean {
  const every = /^\*(?:\/(\d+))?$/.exec(part);
  if (every) return every[1] === undefined || Number(every[1]) >= 1;
  const range = /^(\d+)(?:-(\d+))?$/.exec(part);
  if (!range) return false;
  const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
  const rises = range[2] === undefined || from < to;
  return from >= least && rises && to <= most;
}
