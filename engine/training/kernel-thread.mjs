// A thread of a training: works beside the one that trains, until that one sends it home. Plain JavaScript, so that it starts at once.
import { workerData } from 'node:worker_threads';

const { module, memory, address, thread } = workerData;
new WebAssembly.Instance(module, { env: { memory } }).exports.serve(address, thread);
