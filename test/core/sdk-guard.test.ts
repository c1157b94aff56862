import { createKinograph, type KinographError } from '../../client/sdk/index';
import { TestStorage } from '../support/sdk-storage';

const rejected: unknown[] = [];
const listen = (reason: unknown): void => void rejected.push(reason);

beforeAll(() => {
  Object.assign(globalThis, { window: globalThis });
  process.on('unhandledRejection', listen);
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'window');
  process.off('unhandledRejection', listen);
});
beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const broken = (): never => {
  throw new Error('broken');
};

/** A page on which everything that the SDK meets is broken. */
function aBrokenPage(onError: (error: KinographError) => void) {
  const storage = new TestStorage();
  storage.isBroken = true;
  jest.spyOn(globalThis, 'fetch').mockImplementation(broken);
  return createKinograph({ url: 'https://kinograph.example', storage, onError, token: () => Promise.reject(new Error('no token')) });
}

describe('the SDK on a page where everything is broken', () => {
  it.each([
    ['listens', (): void => undefined],
    ['throws', broken],
    ['rejects', async (): Promise<never> => broken()],
  ])('throws nothing and rejects nothing where the page’s own onError %s', async (_way, onError) => {
    const kinograph = aBrokenPage(onError);
    const media = { addEventListener: broken, removeEventListener: broken } as unknown as HTMLVideoElement;
    const stops = [
      kinograph.watchMedia(media, { titleId: '7' }),
      kinograph.watchMedia(null as unknown as HTMLVideoElement, { titleId: '7' }),
      kinograph.watchImpression({} as Element, { titleId: '7' }),
      kinograph.watchRecommendations(broken, { onStatus: broken }),
    ];
    const play = kinograph.play({ titleId: '7' });
    play.position(1);
    expect(kinograph.track({ type: 'LIKE', titleId: '7' })).toHaveLength(36);
    const answers = Promise.all([
      kinograph.bearer(),
      kinograph.bearer(true),
      kinograph.signedIn(),
      kinograph.signedOut(),
      kinograph.flush(),
    ]);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(await answers).toEqual([null, null, false, undefined, undefined]);
    play.end();
    for (const stop of stops) stop();
    kinograph.close();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(rejected).toEqual([]);
  });

  it('tells the page of what is broken, by its kind', async () => {
    const kinds = new Set<string>();
    const kinograph = aBrokenPage(({ kind }) => void kinds.add(kind));
    kinograph.watchRecommendations(() => undefined, { onStatus: broken });
    kinograph.track({ type: 'LIKE', titleId: '7' });
    await jest.advanceTimersByTimeAsync(10_000);
    kinograph.close();
    expect([...kinds].sort()).toEqual(['fault', 'network']);
  });
});
