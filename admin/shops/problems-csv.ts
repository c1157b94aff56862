interface Problem {
  readonly row: number;
  readonly field: string;
  readonly message: string;
}

/** Problems of a file as CSV (RFC 4180); no cell can become a formula of a spreadsheet. */
export function problemsCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ row, field, message }) => [String(row), cellOf(field), cellOf(message)].join(','));
  return `${['row,field,message', ...rows].join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
