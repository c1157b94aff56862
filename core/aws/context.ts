import type { ListFilter } from '../recommendation';
import { invalidInput } from './error';

type Read = (value: string) => Partial<ListFilter>;

/** What a request's context may say, as a field of a list of ours. */
const KEYS: Readonly<Record<string, Read>> = {
  MOOD: (mood) => ({ mood }),
  AVAILABLE_SECONDS: (value) => ({ availableSeconds: Number(value) }),
  REGION: (region) => ({ region }),
  LOCALE: (locale) => ({ locale }),
  MAX_CERTIFICATE: (maxCertificate) => ({ maxCertificate }),
};

/** The filter that a context means. Throws InvalidInputException for a key that means nothing to us. */
export function filterOfContext(context: Readonly<Record<string, string>>): Partial<ListFilter> {
  const said = Object.entries(context).map(([name, value]) => {
    const key = name.toUpperCase();
    const read = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (read === undefined) throw invalidInput(`context.${name}`, 'There is no such context.', Object.keys(KEYS).join(', '));
    return read(value);
  });
  return Object.assign({}, ...said);
}
