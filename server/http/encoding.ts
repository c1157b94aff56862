/** Whether an Accept-Encoding header takes gzip: named or by `*`, and not with a quality of 0. */
export function acceptsGzip(header: string | undefined): boolean {
  const offers = (header ?? '').toLowerCase().split(',').map(offerOf);
  const offer = offers.find(({ name }) => name === 'gzip' || name === 'x-gzip') ?? offers.find(({ name }) => name === '*');
  return offer?.accepted ?? false;
}

function offerOf(part: string): { readonly name: string; readonly accepted: boolean } {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
  return { name, accepted: !parameters.some((text) => /^q\s*=\s*0(\.0*)?$/.test(text)) };
}
