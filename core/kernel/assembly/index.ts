export { contribute, foldIn, scoreAll, scoreRows, selectBest } from './serving';
export { dismiss, iterate, lossNow, serve, solveUsers } from './train';
