import { acceptsGzip } from '../../server/http/encoding';

describe('a client takes gzip', () => {
  it.each(['gzip', 'br, GZIP', 'gzip;q=0.5', 'deflate, gzip ; q=1.0', '*', 'br;q=1, *;q=0.1', 'x-gzip'])('when it says "%s"', (header) => {
    expect(acceptsGzip(header)).toBe(true);
  });

  it.each([undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip; q = 0.000, br', '*;q=0', 'gzip;q=0, *', 'gzipped'])(
    'and does not when it says "%s"',
    (header) => {
      expect(acceptsGzip(header)).toBe(false);
    },
  );
});
