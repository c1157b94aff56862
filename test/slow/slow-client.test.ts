import { withDatabase } from '../support/database';
import { startFront } from '../support/front';
import { ask } from '../support/graphql';
import { openSocket } from '../support/socket';
import { until } from '../support/until';

const fixture = withDatabase();
const LARGE = '{ items(first: 100) { items(first: 90) { id name } } }';

describe('a client that stops reading', () => {
  it('is closed after ten seconds, and harms nobody meanwhile', async () => {
    const front = await startFront(fixture.database);
    const socket = await openSocket(front.url);
    socket.wire.pause();
    for (let id = 0; id < 20; id += 1) socket.subscribe(String(id), LARGE);
    expect((await ask(front.url, '{ hello }')).data).toEqual({ hello: 'world' });
    await until('it is closed', () => front.sockets.count === 0, 20);
    await front.stop();
  });
});
