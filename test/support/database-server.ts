/** The PostgreSQL of the test run: TEST_DATABASE_URL where it is set. */
export async function startTestServer(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return given;
  throw new Error('No TEST_DATABASE_URL.');
}

export async function stopTestServer(): Promise<void> {}
