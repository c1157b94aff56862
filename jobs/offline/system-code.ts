/** The code of what the operating system refused, like ENOENT; null for any other fault. */
export function systemCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error ? String(error.code) : null;
}
