import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type Options, type Setting, settingFault, settingWords, type Texts } from './setting-form';

/** From where to where, as typed. */
interface RangeText {
  readonly least: string;
  readonly most: string;
}
export type RangeTexts = Readonly<Record<string, RangeText>>;

/** Where a search looks when nobody says otherwise. */
export function emptyRanges({ settings }: Options): RangeTexts {
  return Object.fromEntries(
    settings.flatMap(({ name, searched }) => (searched ? [[name, { least: String(searched.least), most: String(searched.most) }]] : [])),
  );
}

/** What is wrong with a range; null: nothing, or the setting is not searched. */
export function rangeFault(setting: Setting, range: RangeText | undefined): string | null {
  if (!setting.searched || !range) return null;
  const fault = settingFault(setting, range.least) ?? settingFault(setting, range.most);
  if (fault !== null) return fault;
  return Number(range.least) > Number(range.most) ? 'The first must not be more than the second.' : null;
}

/** The ranges that differ from where a search looks anyway. */
export function rangesOf(
  { settings }: Options,
  ranges: RangeTexts,
): Readonly<Record<string, { readonly least: number; readonly most: number }>> {
  return Object.fromEntries(
    settings.flatMap(({ name, searched }) => {
      const [least, most] = [Number(ranges[name]?.least), Number(ranges[name]?.most)];
      const isOther = searched && (least !== searched.least || most !== searched.most);
      return isOther ? [[name, { least, most }]] : [];
    }),
  );
}

interface RangeFieldsProps {
  readonly options: Options;
  readonly ranges: RangeTexts;
  readonly refused: Texts;
  readonly onChange: (ranges: RangeTexts) => void;
}

/** Two fields for each setting that is searched: from where to where. */
export function RangeFields({ options, ranges, refused, onChange }: RangeFieldsProps) {
  const searched = options.settings.filter((setting) => setting.searched !== null);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {searched.map((setting) => {
        const { name, description } = setting;
        const range = ranges[name] ?? { least: '', most: '' };
        const fault = rangeFault(setting, range) ?? refused[name] ?? null;
        const set = (part: Partial<RangeText>): void => onChange({ ...ranges, [name]: { ...range, ...part } });
        return (
          <Box key={name} sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr 1fr', md: '1fr 1fr 2fr' }, alignItems: 'center' }}>
            <TextField
              label={`${settingWords(name)} from`}
              value={range.least}
              error={fault !== null}
              onChange={({ target }) => set({ least: target.value })}
            />
            <TextField
              label={`${settingWords(name)} to`}
              value={range.most}
              error={fault !== null}
              onChange={({ target }) => set({ most: target.value })}
            />
            <Typography variant="body2" sx={{ color: fault ? 'error.main' : 'text.secondary', gridColumn: { xs: '1 / -1', md: 'auto' } }}>
              {fault ?? description}
            </Typography>
          </Box>
        );
      })}
    </Box>
  );
}
