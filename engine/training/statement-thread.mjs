// Sends statements to PostgreSQL, each message in one transaction, while the main thread trains. Plain JavaScript, so that it starts at once.
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: workerData.url, max: 1 });
pool.on('error', () => undefined);

parentPort.on('message', async (statements) => {
  // What failed is not tried again: the next message brings something newer.
  const written = await inTransaction(statements).then(
    () => true,
    () => false,
  );
  parentPort.postMessage(written);
});

async function inTransaction(statements) {
  const client = await pool.connect();
  let whole = false;
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
    whole = true;
  } finally {
    // A connection with half a transaction is closed, and the half with it.
    client.release(!whole);
  }
}
