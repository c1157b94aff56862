export { diagonalize } from './eigen';
export { dismiss, iterate, lossNow, serve, solveUsers } from './train';
