import { RefusedError, sentenceOf } from '../api/user-errors';
import type { TrainingOptionsQuery } from '../generated/models';

export type Options = TrainingOptionsQuery['trainingOptions'];
export type Setting = Options['settings'][number];
export type Place = Options['places'][number];
/** What stands in each field, by the name of the setting. */
export type Texts = Readonly<Record<string, string>>;

/** Half-life days, not halfLifeDays. */
export function settingWords(name: string): string {
  if (name === 'k') return 'Factors (k)';
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** What holds at a place when a field is left alone. */
export function standing({ settings }: Place, name: string): string {
  const value = settings[name];
  return value === null || value === undefined ? '' : String(value);
}

/** The settings that can be chosen at a place, with what holds there. */
export function choicesAt(options: Options, place: Place): { readonly settings: readonly Setting[]; readonly texts: Texts } {
  const settings = options.settings.filter(({ name }) => !place.fixed.includes(name));
  return { settings, texts: Object.fromEntries(settings.map(({ name }) => [name, standing(place, name)])) };
}

/** Here, On Apache Spark. */
export function placeWords(name: Place['name']): string {
  return name === 'SPARK' ? 'On Apache Spark' : 'Here';
}

/** What is wrong with a text as a value of this setting; null: nothing. */
export function settingFault({ least, most, whole, nullable, choices }: Setting, text: string): string | null {
  if (choices) return choices.includes(text) ? null : `One of ${choices.join(', ')}.`;
  const trimmed = text.trim();
  if (trimmed === '') return nullable ? null : 'A number is needed.';
  const value = Number(trimmed);
  const fits = Number.isFinite(value) && value >= (least ?? value) && value <= (most ?? value) && (!whole || Number.isInteger(value));
  return fits ? null : `A ${whole ? 'whole ' : ''}number from ${least} to ${most}.`;
}

/** The value of a text that has no fault. */
export function settingValue({ choices }: Setting, text: string): string | number | null {
  if (choices) return text;
  return text.trim() === '' ? null : Number(text);
}

/** The settings that differ from what holds at a place anyway, as a payload takes them. */
export function changedSettings(options: Options, place: Place, texts: Texts): Readonly<Record<string, unknown>> {
  const changed = choicesAt(options, place).settings.filter(({ name }) => (texts[name] ?? '').trim() !== standing(place, name));
  return Object.fromEntries(changed.map((setting) => [setting.name, settingValue(setting, texts[setting.name] ?? '')]));
}

/** What the server refused, by the name of the setting: `payload.settings.k` stands beside k, the rest under the empty name. */
export function faultsFrom(error: Error | null): Texts {
  if (error === null) return {};
  if (!(error instanceof RefusedError)) return { '': error.message };
  return Object.fromEntries(
    error.userErrors.map((each) => [each.field?.match(/^payload\.(?:settings|ranges)?\.?(\w+)$/)?.[1] ?? '', sentenceOf(each)]),
  );
}
