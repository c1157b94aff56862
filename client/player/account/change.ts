import { ownerOf } from '../../sdk/token-owner';
import { apollo } from '../api/apollo';
import { kinograph } from '../api/kinograph';
import { forgetPlaces } from '../tracking/came-from';
import { type Account, account, onAccount } from './account';
import { tellTakenOver } from './taken-over';

let known = account();

/** Lets this page follow who is signed in, whichever tab that was done in: an anonymous past joins the person's, lists begin anew. */
export function followAccount(): void {
  onAccount(() => void follow());
}

/** A renewed token is the same person: only another person, or nobody, changes what the page shows. */
async function follow(): Promise<void> {
  const before = known;
  known = account();
  if (personIn(before) === personIn(known)) return;
  // Nothing of the one before may be seen by the one who follows, or said of them.
  forgetPlaces();
  await apollo.clearStore();
  if (known === null) await kinograph.signedOut();
  tellTakenOver(known !== null && (await kinograph.signedIn()));
  // What cannot be asked again now says so where it is shown.
  await apollo.refetchQueries({ include: 'active' }).catch(() => {});
}

const personIn = (signedIn: Account | null): string | null => signedIn && ownerOf(signedIn.token);
