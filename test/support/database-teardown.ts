import { stopTestServer } from './database-server';

export default async function teardown(): Promise<void> {
  await stopTestServer();
}
