#!/usr/bin/env node
// Stands for spark-submit: reads the parts, writes factors as train_als.py does, and misbehaves as spark.kinograph.mode says. The factors of
// items are drawn; those of people are solved from the paper, dense and plainly, so that fold-in is held against another hand's work.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const args = process.argv.slice(2);
const mode = args.find((arg) => arg.startsWith('spark.kinograph.mode='))?.split('=')[1];
const option = (name) => Number(args[args.indexOf(`--${name}`) + 1]);
const k = option('rank');
const people = option('people');
const lambda = option('regularization');
const tell = (news) => console.log(`kinograph ${JSON.stringify(news)}`);

if (mode === 'fails') {
  console.error('26/12/01 10:00:00 INFO SparkContext: Running Spark version 4.3.0');
  console.error('26/12/01 10:00:01 WARN Utils: Your hostname resolves to a loopback address');
  console.log('Traceback (most recent call last):');
  console.log('pyspark.errors.exceptions.CapturedException: no such file');
  process.exit(1);
}
const tasks = args.flatMap((arg, at) => (arg === '--task' ? [args.slice(at + 1, at + 4)] : []));
for (const [task, source, target] of tasks) {
  tell({ task, stage: 'read' });
  tell({ task, stage: 'fit', jobs: 7 });
  if (mode === 'hangs') await hang();
  const pairs = readdirSync(fileURLToPath(source))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(fileURLToPath(source), name)))
        .toString()
        .trim()
        .split('\n'),
    )
    .map((line) => line.split(',').map(Number));
  const items = factorsOf(pairs);
  const users = [...Array(people).keys()].map((user) =>
    solved(
      pairs.filter(([each]) => each === user),
      items,
    ),
  );
  const lines = [...items].map(([id, features]) => ({ id, features }));
  if (mode === 'forgets') lines.pop();
  if (mode === 'strays') users[0] = users[0].map((value) => value * 1.2);
  write(target, 'items', mode === 'babbles' ? [{ id: 1, features: ['; drop table models'] }] : lines);
  write(
    target,
    'users',
    users.flatMap((features, id) => (features === null ? [] : [{ id, features }])),
  );
  if (mode !== 'mute') tell({ task, stage: 'done', items: lines.length, seconds: 0.5, version: '4.3.0' });
}

// With a program of its own, as Java has one of Python.
async function hang() {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });
  console.log(`WARN processes ${process.pid} ${other.pid}`);
  await new Promise(() => setInterval(() => 0, 1000));
}

/** Even and odd items apart, as on a checkerboard, with a little of something else. */
function factorsOf(pairs) {
  const liked = [...new Set(pairs.filter(([, , rating]) => rating > 0).map(([, item]) => item))].sort((a, b) => a - b);
  let state = 7;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return new Map(liked.map((item) => [item, Float32Array.from({ length: k }, (_, i) => (item % 2 === i % 2 ? 0.7 : 0) + 0.1 * random())]));
}

/** (Y'CY + lambda n I) x = Y'C p with c = 1 + |r|, n likings (Hu et al. 2008; Zhou et al. 2008), by elimination. */
function solved(row, items) {
  const likings = row.filter(([, , rating]) => rating > 0).length;
  if (likings === 0) return null;
  const confidence = new Map(row.map(([, item, rating]) => [item, 1 + Math.abs(rating)]));
  const likes = new Set(row.filter(([, , rating]) => rating > 0).map(([, item]) => item));
  const a = Array.from({ length: k }, (_, i) => Array.from({ length: k + 1 }, (_, j) => (i === j ? lambda * likings : 0)));
  for (const [item, y] of items) {
    const c = confidence.get(item) ?? 1;
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) a[i][j] += c * y[i] * y[j];
      a[i][k] += likes.has(item) ? c * y[i] : 0;
    }
  }
  for (let i = 0; i < k; i++)
    for (let below = 0; below < k; below++) {
      if (below === i) continue;
      const factor = a[below][i] / a[i][i];
      for (let j = i; j <= k; j++) a[below][j] -= factor * a[i][j];
    }
  return a.map((line, i) => line[k] / line[i]);
}

function write(target, name, lines) {
  const text = lines.map(({ id, features }) => `${JSON.stringify({ id, features: [...features] })}\n`).join('');
  writeFileSync(join(target, `${name}.jsonl.gz`), gzipSync(text));
}
