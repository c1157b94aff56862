export { contribute, foldIn, scoreAll, scoreRows, selectBest, unpack } from './serving';
export { dismiss, iterate, lossNow, serve, solveUsers } from './train';
export { tagDots } from './tags';
