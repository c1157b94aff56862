import { clip } from './buttons';
import type { BotListQuery, BotTitleFragment } from './generated/documents';
import type { Words } from './words/words';

export type Place = BotListQuery['recommendations']['items']['nodes'][number];

/** A picture's text may have 1,024 characters; some are for what is asked below. */
const MOST_SHOWN = 950;
const LONGEST_NAME = 200;
const LONGEST_LINE = 160;
const MOST_GENRES = 4;
const MOST_REASONS = 2;
const MOST_TRACKS = 8;
const LONGEST_TRACK = 50;

/** A text that stands in HTML as it is: Telegram reads no other character as its own. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A name in bold, with its year. */
export function named({ name, year }: Pick<BotTitleFragment, 'name' | 'year'>): string {
  return `<b>${escaped(clip(name.trim() || '?', LONGEST_NAME))}</b>${year === null ? '' : ` (${year})`}`;
}

/** What a title is, as HTML: at most 1,024 characters once Telegram has read it, so that it may stand below a picture. */
export function titleText(title: BotTitleFragment, words: Words): string {
  const length = [
    ...(title.seconds ? [words.duration(title.seconds)] : []),
    ...(title.pages && title.kind === 'BOOK' ? [words.pages(title.pages)] : []),
  ];
  const genres = title.genres.slice(0, MOST_GENRES).join(', ');
  return within([named(title), line([words.kinds[title.kind], ...length].join(' · ')), line(genres)]);
}

/** A title of a list, as HTML: what it is, what of it fits the time, and why it is there. */
export function placeText({ title, fit, reasons }: Place, words: Words): string {
  const why = reasons
    .slice(0, MOST_REASONS)
    .map(({ code, genre, title: evidence }) => words.reason({ code, genre, title: evidence && clip(evidence.name, LONGEST_TRACK) }));
  const because = line([...new Set(why)].join(' · '));
  return within([titleText(title, words), ...fitLines(fit, words), ...(because === '' ? [] : [`<i>${because}</i>`])]);
}

/** The lines that are not empty, without the last ones where they are too long together, as Telegram counts: in UTF-16, after reading HTML. */
function within(lines: readonly string[]): string {
  const said = lines.filter((text) => text !== '');
  const shown = said
    .join('\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&\w+;/g, '_');
  return shown.length <= MOST_SHOWN || said.length < 2 ? said.join('\n') : within(said.slice(0, -1));
}

function fitLines(fit: Place['fit'], words: Words): readonly string[] {
  if (fit === null) return [];
  const { seconds, pages, episode, playlist } = fit;
  const part = episode ? [words.episode(episode.season, episode.number, episode.name)] : [];
  const read = pages === null ? [] : [words.pages(pages)];
  const lines = [line(`⏱ ${words.fits}: ${[...part, ...read, words.duration(seconds)].join(' · ')}`)];
  if (playlist === null || playlist.length < 2) return lines;
  const tracks = playlist.slice(0, MOST_TRACKS).map(({ name }, index) => `${index + 1}. ${escaped(clip(name, LONGEST_TRACK))}`);
  const rest = playlist.length > MOST_TRACKS ? [`… +${playlist.length - MOST_TRACKS}`] : [];
  return [...lines, `${words.playlist}:`, ...tracks, ...rest];
}

const line = (text: string): string => escaped(clip(text, LONGEST_LINE));

/** A price of minor units, as people of that language write it; with its plain number where the currency is unknown. */
export function priceText(minor: number, currency: string, language: string): string {
  try {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency });
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    return `${minor / 100} ${currency}`;
  }
}
