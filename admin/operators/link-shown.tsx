import { Ago } from '../parts/ago';
import { ShownOnce } from '../parts/shown-once';

interface LinkShownProps {
  readonly email: string;
  readonly link: { readonly url: string; readonly expiresAt: string };
  readonly onClose: () => void;
}

/** The link by which an operator chooses a password, to be handed to them. */
export function LinkShown({ email, link, onClose }: LinkShownProps) {
  return (
    <ShownOnce title={`A link for ${email}`} label="Link" text={new URL(link.url, location.origin).href} onClose={onClose}>
      Hand it to them yourself, by a way that you trust: whoever opens it first chooses the password. It works once and ends{' '}
      <Ago at={link.expiresAt} />.
    </ShownOnce>
  );
}
