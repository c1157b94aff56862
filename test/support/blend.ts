import type { Answer } from './graphql';
import { ask, fieldOf } from './graphql';
import { openSocket, type TestSocket } from './socket';
import { until } from './until';
import type { Viewer } from './viewer';

/** Whoever asks by their own token. */
type Asker = Pick<Viewer, 'headers'>;

/** A blend as tests read it. */
export interface SeenBlend {
  readonly id: string;
  readonly version: number;
  readonly byTaste: boolean;
  readonly tagSource: string | null;
  readonly unscoredCount: number;
  readonly sharedCount: number | null;
  readonly allAgree: boolean;
  readonly members: readonly {
    readonly userId: string;
    readonly isYou: boolean;
    readonly titleCount: number;
    readonly unscoredCount: number;
    readonly unscored: readonly { readonly id: string }[] | null;
  }[];
  readonly titles: readonly {
    readonly rank: number;
    readonly title: { readonly id: string };
    readonly satisfactions: readonly { readonly userId: string; readonly value: number | null }[];
    readonly givesWayId: string | null;
    readonly reasons: readonly {
      readonly userId: string | null;
      readonly code: string;
      readonly title: { readonly id: string } | null;
      readonly text: string;
    }[];
  }[];
  readonly votes: readonly { readonly userId: string; readonly vote: string; readonly title: { readonly id: string } | null }[];
}

const FIELDS = `{ id version byTaste tagSource unscoredCount sharedCount allAgree
  members { userId isYou titleCount unscoredCount unscored { id } }
  titles(first: 100) { rank title { id } satisfactions { userId value } givesWayId reasons { userId code title { id } text } }
  votes { userId vote title { id } } }`;

/** The ids of the list, best first. */
export const listedIn = ({ titles }: SeenBlend): number[] => titles.map(({ title }) => Number(title.id));

/** The blend as this viewer sees it; null to a stranger. */
export async function seenBlend(url: string, viewer: Asker, id: string): Promise<SeenBlend | null> {
  const { data, errors } = await ask(url, `query ($id: ID!) { blend(id: $id) ${FIELDS} }`, { headers: viewer.headers, variables: { id } });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return (data?.blend as SeenBlend | null | undefined) ?? null;
}

/** Does something to blends as this viewer; `call` is the field with its arguments, `fields` what is answered. */
export function act(url: string, viewer: Asker, call: string, fields: string): Promise<Answer> {
  return ask(url, `mutation { ${call} { ${fields} userErrors { code field message } } }`, { headers: viewer.headers });
}

/** Makes a blend of these viewers, the first of whom invites the others; answers its id. `settings` are fields of CreateBlendInput. */
export async function aBlend(url: string, [first, ...others]: readonly [Asker, ...Asker[]], settings = ''): Promise<string> {
  const made = await act(url, first, `createBlend(input: { ${settings} })`, 'blend { id }');
  const { blend } = fieldOf<{ blend: { id: string } | null }>(made, 'createBlend');
  if (blend === null) throw new Error(made.text);
  for (const other of others) {
    const invited = await act(url, first, `inviteToBlend(id: ${blend.id})`, 'token');
    const joined = await act(
      url,
      other,
      `joinBlend(token: "${fieldOf<{ token: string }>(invited, 'inviteToBlend').token}")`,
      'blend { id }',
    );
    if (fieldOf<{ blend: object | null }>(joined, 'joinBlend').blend === null) throw new Error(joined.text);
  }
  return blend.id;
}

/** Lets reasons name to all of them what each watched. */
export async function agreeAll(url: string, viewers: readonly Asker[], id: string): Promise<void> {
  for (const viewer of viewers) await act(url, viewer, `agreeInBlend(id: ${id}, agrees: true)`, 'blend { id }');
}

/** A socket on which a blend comes anew after every change. */
export interface BlendTab extends TestSocket {
  readonly pushes: () => readonly SeenBlend[];
}

/** Follows a blend and waits for the first one. */
export async function followBlend(url: string, viewer: Asker, id: string): Promise<BlendTab> {
  const socket = await openSocket(url, { params: viewer.headers });
  socket.subscribe('1', `subscription ($id: ID!) { blendChanged(id: $id) ${FIELDS} }`, { id });
  const pushes = (): readonly SeenBlend[] =>
    socket.messages.flatMap(({ type, payload }) =>
      type === 'next' ? ((payload as { data: { blendChanged: SeenBlend } | null }).data?.blendChanged ?? []) : [],
    );
  await until('the first blend comes', () => pushes()[0]);
  return { ...socket, pushes };
}
