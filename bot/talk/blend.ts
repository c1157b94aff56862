import { button, type Keyboard, numberIn } from '../buttons';
import { named } from '../card';
import {
  type BlendVote,
  type BotBlendFragment,
  BotCreateBlendDocument,
  BotInviteDocument,
  BotJoinBlendDocument,
  BotLeaveBlendDocument,
  BotReadBlendDocument,
  BotVoteDocument,
} from '../generated/documents';
import type { GroupBlend } from '../state';
import { keyboardOf, type Turn } from '../turn';
import type { Words } from '../words/words';

const DAY_MS = 86_400_000;
const VOTES = { u: 'UP', d: 'DOWN', v: 'VETO' } as const satisfies Readonly<Record<string, BlendVote>>;
const SIGNS: Readonly<Record<BlendVote, string>> = { UP: '👍', DOWN: '👎', VETO: '🚫' };

/** Begins a blend for the group, of whoever asked alone at first. */
export async function startBlend(turn: Turn): Promise<void> {
  const { incoming, words, state, desk } = turn;
  if (!incoming.isGroup) {
    await turn.say(words.blendOnlyGroups);
    return;
  }
  const { createBlend } = await turn.ask(BotCreateBlendDocument, {});
  const blend = createBlend.blend && (await turn.ask(BotReadBlendDocument, { id: createBlend.blend.id })).blend;
  if (!blend) throw new Error(`No blend was made: ${createBlend.userErrors[0]?.message}`);
  const messageId = await turn.say(blendText(blend, words), blendKeyboard(blend, words));
  const until = desk.now().getTime() + DAY_MS;
  state.blend = { id: blend.id, starterId: incoming.personId, messageId, until, language: incoming.language };
  desk.watch.follow(incoming.chatId, state.blend);
}

/** Somebody of the group wants to be counted. */
export async function joinBlend(turn: Turn): Promise<void> {
  const { words, desk } = turn;
  const blend = await standing(turn);
  if (blend === null) return;
  const { inviteToBlend } = await desk.people.as(blend.starterId, (token) =>
    desk.kinograph.ask(BotInviteDocument, { id: blend.id }, token),
  );
  if (inviteToBlend.token === null) return turn.note(words.blendOver);
  const { joinBlend } = await turn.ask(BotJoinBlendDocument, { token: inviteToBlend.token });
  await turn.note(joinBlend.blend === null ? words.full : words.joined);
}

/** Somebody does not want to be counted any more. */
export async function leaveBlend(turn: Turn): Promise<void> {
  const blend = await standing(turn);
  if (blend === null) return;
  const { left } = (await turn.ask(BotLeaveBlendDocument, { id: blend.id })).leaveBlend;
  await turn.note(left ? turn.words.left : turn.words.joinFirst);
}

/** Somebody says what they think of a title. */
export async function vote(turn: Turn, titleId: string | undefined, letter: string | undefined): Promise<void> {
  const blend = await standing(turn);
  const id = numberIn(titleId);
  const said = letter !== undefined && letter in VOTES ? VOTES[letter as keyof typeof VOTES] : null;
  if (blend === null || id === null || said === null) return;
  const { voteInBlend } = await turn.ask(BotVoteDocument, { id: blend.id, titleId: String(id), vote: said });
  await turn.note(voteInBlend.blend === null ? turn.words.joinFirst : turn.words.voted);
}

/** The group's blend, where the button that was pressed is of it; else says that it is over. */
async function standing({ state, incoming, words, note }: Turn): Promise<GroupBlend | null> {
  const { deed } = incoming;
  if (state.blend !== null && deed.kind === 'press' && deed.messageId === state.blend.messageId) return state.blend;
  await note(words.blendOver);
  return null;
}

/** The list of a blend as HTML, with its votes. */
export function blendText({ members, titles }: BotBlendFragment, words: Words): string {
  const lines = titles.map(({ rank, title, votes }) => {
    const counts = (['UP', 'DOWN', 'VETO'] as const)
      .map((each) => [SIGNS[each], votes.filter(({ vote }) => vote === each).length] as const)
      .filter(([, count]) => count > 0)
      .map(([sign, count]) => ` ${sign}${count}`);
    return `${rank}. ${named(title)}${counts.join('')}`;
  });
  const list = lines.length === 0 ? words.blendEmpty : lines.join('\n');
  return `${words.blendOf(members.length)}\n\n${list}\n\n${words.blendHow}`;
}

/** Votes for each title, and the way in and out. */
export function blendKeyboard({ titles }: BotBlendFragment, words: Words): Keyboard {
  const votes = titles.map(({ rank, title }) =>
    (['u', 'd', 'v'] as const).map((letter) => button(`${rank} ${SIGNS[VOTES[letter]]}`, 'bv', title.id, letter)),
  );
  return [...votes, [button(words.join, 'bj'), button(words.leave, 'bl')]];
}

/** What Telegram is told to show of a blend. */
export function blendMessage(blend: BotBlendFragment, words: Words) {
  return {
    text: blendText(blend, words),
    options: {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_markup: keyboardOf(blendKeyboard(blend, words)),
    } as const,
  };
}
