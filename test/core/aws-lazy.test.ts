import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const SOURCES = ['bot', 'core', 'engine', 'flow', 'jobs', 'schema', 'server', 'store'];
/** `import type` is gone once compiled, and `import(...)` waits until it is asked for. */
const AT_ONCE = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'@(?:aws-sdk|smithy)\/|^import\s+'@aws-sdk|require\('@aws-sdk/m;

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

// Everything that a server and a worker are made of, with S3 opened as they open it.
const PROGRAM = `
  require('reflect-metadata');
  require('./server/app.ts');
  const { readConfig } = require('./core/config.ts');
  const { jobsOn } = require('./jobs/list.ts');
  const { s3On } = require('./engine/aws/s3.ts');
  const config = readConfig({});
  jobsOn(config);
  s3On(config).close();
  console.log(JSON.stringify(Object.keys(require.cache).filter((name) => /node_modules\\/@(aws-sdk|smithy)\\//.test(name))));
`;

describe('the AWS SDK', () => {
  it('is imported by no file before something asks for it', () => {
    const files = SOURCES.flatMap(filesIn).filter((file) => AT_ONCE.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(files).toEqual([]);
  });

  it('is not loaded by a server and its jobs that use no AWS', () => {
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=commonjs', '-e', PROGRAM], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([]);
  });
});
