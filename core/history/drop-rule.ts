/** What a full export tells of a row beside its title. */
export interface RowFacts {
  readonly supplement: string;
  readonly attributes: string;
  /** Null where the export does not tell, as the short one. */
  readonly seconds: number | null;
}

/** A play shorter than this was no viewing: people step through rows of previews. */
export const SHORTEST_PLAY_SECONDS = 60;

const RULES: readonly (readonly [why: string, drops: (facts: RowFacts) => boolean])[] = [
  ['a trailer, teaser or hook', ({ supplement }) => supplement !== ''],
  [
    'played by itself, without anybody doing anything',
    ({ attributes }) => /autoplayed/i.test(attributes) && !/user action: *(?!none)\S/i.test(attributes),
  ],
  [`played for less than ${SHORTEST_PLAY_SECONDS} s`, ({ seconds }) => seconds !== null && seconds < SHORTEST_PLAY_SECONDS],
];

/** Why a row of an export is no viewing; null when it is one. */
export function dropReason(facts: RowFacts): string | null {
  return RULES.find(([, drops]) => drops(facts))?.[0] ?? null;
}

/** Seconds of "01:02:03"; null for anything else. */
export function durationOf(text: string): number | null {
  const [, hours, minutes, seconds] = /^(\d{1,3}):(\d\d):(\d\d)$/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
