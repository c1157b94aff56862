import { Facts } from '../parts/facts';
import { Section } from '../parts/section';
import { settingWords } from './setting-form';

/** What a model was told. */
export function SettingsTable({ settings }: { readonly settings: Readonly<Record<string, unknown>> }) {
  return (
    <Section title="Settings">
      <Facts of={Object.entries(settings).map(([name, value]) => [settingWords(name), value === null ? 'none' : String(value)])} />
    </Section>
  );
}
