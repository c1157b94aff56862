import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** S3, SQS and SNS of a test's own. */
export interface Fauxqs {
  readonly url: string;
  /** What a client of the SDK is made with. */
  readonly connection: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  stop(): Promise<void>;
}

const REGION = 'eu-north-1';
// It is a module that jest does not load, and a program of its own is what a real one is, too.
const PROGRAM = `import('fauxqs').then(async ({ startFauxqs }) => {
  const server = await startFauxqs({ port: 0, logger: false, defaultRegion: '${REGION}' });
  for (const name of process.argv.slice(1)) server.createBucket(name);
  console.log(server.port);
  process.stdin.resume().on('end', () => process.exit(0));
});`;

/** Starts a stand-in for S3, SQS and SNS that keeps everything in memory, with these buckets; it ends with the test's process. */
export async function startFauxqs(buckets: readonly string[] = []): Promise<Fauxqs> {
  const child = spawn(process.execPath, ['-e', PROGRAM, ...buckets], { stdio: ['pipe', 'pipe', 'inherit'], cwd: __dirname });
  const port = await firstLine(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    connection: {
      endpoint: url,
      region: REGION,
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'a secret that nobody may see' },
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin?.end();
      }),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The stand-in for AWS has no output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The stand-in for AWS did not start.');
}
