import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { InviteToBlendDocument } from '../generated/documents';
import me from '../me/me.module.css';
import { Button } from '../parts/button';
import { useWords, type Word } from '../words/language';
import css from './invite.module.css';

interface InviteProps {
  readonly id: string;
  /** How many more may join. */
  readonly room: number;
}

/** Makes a link to send to somebody. Its token stands behind a #, which browsers keep to themselves: no log of a server holds it. */
export function Invite({ id, room }: InviteProps) {
  const { t, language } = useWords();
  const [send] = useMutation(InviteToBlendDocument);
  const [invitation, setInvitation] = useState<{ readonly link: string; readonly expiresAt: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Word | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const make = async (): Promise<void> => {
    setBusy(true);
    const made = await send({ variables: { id } }).then(
      ({ data }) => data?.inviteToBlend,
      () => undefined,
    );
    setBusy(false);
    if (made?.token && made.expiresAt) {
      setSaid(null);
      setInvitation({ link: `${location.origin}/player/blend/join#${made.token}`, expiresAt: made.expiresAt });
    } else setSaid(made?.userErrors[0]?.code === 'CONFLICT' ? 'blend.invite.tooMany' : 'blend.failed');
  };
  const copy = (link: string): void => {
    field.current?.select();
    // Only a page that came safely may write to the clipboard.
    const isWritten = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('There is no clipboard.'));
    isWritten.then(
      () => setSaid('blend.invite.copied'),
      () => setSaid('blend.invite.byHand'),
    );
  };
  // Whoever closes the sheet has changed their mind: that is no fault.
  const share = (link: string): void => void navigator.share({ title: t('blend.invite.text'), url: link }).catch(() => {});

  return (
    <section className={me.card} aria-labelledby="blend-invite">
      <h2 id="blend-invite">{t('blend.invite')}</h2>
      <p className={me.why}>{room > 0 ? t('blend.invite.why', { room }) : t('blend.invite.full')}</p>
      {invitation === null && room > 0 && (
        <Button look="strong" className={me.start} aria-disabled={isBusy} onClick={() => !isBusy && void make()}>
          {t('blend.invite.make')}
        </Button>
      )}
      {invitation !== null && (
        <>
          <input
            ref={field}
            className={css.link}
            readOnly
            value={invitation.link}
            aria-label={t('blend.invite.link')}
            onFocus={({ target }) => target.select()}
          />
          <div className={css.ways}>
            <Button look="strong" onClick={() => copy(invitation.link)}>
              {t('blend.invite.copy')}
            </Button>
            {'share' in navigator && <Button onClick={() => share(invitation.link)}>{t('blend.invite.share')}</Button>}
          </div>
          <p className={me.why}>
            {t('blend.invite.until', {
              date: new Date(invitation.expiresAt).toLocaleDateString(language, { day: 'numeric', month: 'long' }),
            })}
          </p>
        </>
      )}
      <p role="status" className={css.said}>
        {said && t(said)}
      </p>
    </section>
  );
}
