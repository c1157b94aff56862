import pino from 'pino';
import { startEmbedded } from '../../store/embedded/server';

/** A process that owns the embedded database of the directory it is given, until it is killed. */
startEmbedded({ directory: process.argv[2] ?? '', log: pino({ level: 'silent' }), durable: false }).then(
  ({ url, owner }) => process.stdout.write(`${JSON.stringify({ url, owner })}\n`),
  (error: Error) => process.stdout.write(`${JSON.stringify({ error: error.message })}\n`),
);
process.stdin.resume();
