import { useSay } from '../words/say';

interface Named {
  readonly userId: string;
  readonly isYou: boolean;
  readonly name: string | null;
}

interface NamedBlend {
  readonly name: string | null;
  readonly members: readonly Named[];
}

/** What members and blends are called; who has no name is a guest with a number. */
export function useNames() {
  const { t } = useSay();

  function nameOf(members: readonly Named[], userId: string): string {
    const member = members.find((each) => each.userId === userId);
    if (member?.isYou) return t('blend.you');
    const nameless = members.filter(({ name, isYou }) => !isYou && !name);
    const at = nameless.findIndex((each) => each.userId === userId);
    return member?.name || t('blend.someone', { number: Math.max(at, 0) + 1 });
  }

  /** You, then the others. */
  function namesOf(members: readonly Named[]): string {
    const ordered = [...members.filter(({ isYou }) => isYou), ...members.filter(({ isYou }) => !isYou)];
    return joined(ordered.map(({ userId }) => nameOf(members, userId)));
  }

  function joined(names: readonly string[]): string {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : t('blend.of', { names: names.slice(0, -1).join(', '), last });
  }

  return {
    nameOf,
    joined,
    /** What it was called, else who is in it. */
    blendName: ({ name, members }: NamedBlend): string => name ?? (members.length < 2 ? t('blend.alone') : namesOf(members)),
  };
}
