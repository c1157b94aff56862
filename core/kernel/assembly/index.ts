export { contribute, foldIn, scoreAll, scoreRows, selectBest, unpack } from './serving';
export { tagDots } from './tags';
export { dismiss, iterate, lossNow, serve, solveUsers } from './train';
