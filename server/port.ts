import { createServer } from 'node:net';
import { StartError } from '../core/start-error';

/** Looks whether the port can be had, before a minute is spent on anything else. Throws StartError. */
export function requirePort({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, { host, port })));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** Why nothing can listen there, in a sentence; what is not about the port stays as it is. */
export function portError(error: NodeJS.ErrnoException, { host, port }: { readonly host: string; readonly port: number }): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} on ${host} is taken, perhaps by another Kinograph. Stop that, or choose another port: PORT=${port + 1} npm start`,
    );
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} on ${host} needs more rights than this user has. Choose one above 1023 with PORT.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`This machine has no address ${host}. Set HOST to one that it has.`);
  return error;
}
