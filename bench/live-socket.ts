import WebSocket from 'ws';

/** One open tab: a socket with one subscription. */
export interface Tab {
  close(): Promise<void>;
}

const QUERY = `subscription {
  recommendationsChanged(input: { placement: "home" }) { version cause { kind eventId } items(first: 10) { nodes { rank title { id name } reasons { code } } } }
}`;

/** What a push carries that a measurement looks at. */
export interface Pushed {
  readonly version: number;
  readonly cause: { readonly kind: string; readonly eventId: string | null };
}

/** Opens a tab for the viewer of `token`; answers when its first list has come. */
export function openTab(url: string, token: string, onPush: (list: Pushed) => void): Promise<Tab> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    const tab: Tab = {
      close: () =>
        new Promise((closed) => {
          socket.once('close', () => closed());
          socket.close(1000);
        }),
    };
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`The server closed the socket with ${code}.`)));
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
    socket.on('message', (text: Buffer) => {
      const message = JSON.parse(text.toString());
      if (message.type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY } }));
      if (message.type === 'ping') socket.send(JSON.stringify({ type: 'pong' }));
      if (message.type === 'error') reject(new Error(JSON.stringify(message.payload)));
      if (message.type !== 'next') return;
      onPush(message.payload.data.recommendationsChanged);
      resolve(tab);
    });
  });
}
