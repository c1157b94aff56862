import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { AutocompleteInput, FormDataConsumer, NumberInput, ReferenceInput, required, SelectInput, TextInput, useInput } from 'react-admin';
import type { TitleWholeFragment } from '../generated/titles';
import { Ago } from '../parts/ago';
import { Facts } from '../parts/facts';
import { Section } from '../parts/section';
import { CreditsField } from './credits-field';
import { ExternalIdsField } from './external-ids-field';
import { useGenreNames } from './filters';
import type { RowsProps } from './rows-field';
import { TagsField } from './tags-field';
import { WindowsField } from './windows-field';
import { KINDS, STATES } from './words';
import { WordsField } from './words-field';

interface PartProps {
  readonly title: TitleWholeFragment | null;
  readonly readOnly: boolean;
}

const COLUMNS = { display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } };
/** The grid keeps the distance. */
const PLAIN = { helperText: false, margin: 'none' } as const;
const WHOLE = { gridColumn: '1 / -1' };
/** Text of any script runs in its own direction. */
const AUTO = { htmlInput: { dir: 'auto' } };

/** Name, kind, year, lengths and a few sentences. */
export function Basics({ title, readOnly }: PartProps) {
  return (
    <Box sx={COLUMNS}>
      <TextInput source="name" validate={required('A title needs a name.')} readOnly={readOnly} slotProps={AUTO} sx={WHOLE} {...PLAIN} />
      <SelectInput source="kind" choices={[...KINDS]} validate={required()} readOnly={readOnly || title !== null} {...PLAIN} />
      <NumberInput source="year" readOnly={readOnly} {...PLAIN} />
      <Box sx={WHOLE}>
        <Genres readOnly={readOnly} />
      </Box>
      <Box sx={WHOLE}>
        <Words source="aliases" label="Also called" options={[]} readOnly={readOnly} />
      </Box>
      <TextInput source="description" multiline minRows={3} maxRows={12} readOnly={readOnly} slotProps={AUTO} sx={WHOLE} {...PLAIN} />
      <NumberInput source="seconds" label="Length in seconds" readOnly={readOnly} {...PLAIN} />
      <NumberInput source="pages" label="Length in pages" readOnly={readOnly} {...PLAIN} />
      <FormDataConsumer>{({ formData }) => formData.kind === 'EPISODE' && <OfShow readOnly={readOnly} />}</FormDataConsumer>
    </Box>
  );
}

function OfShow({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <>
      <Box sx={WHOLE}>
        <ReferenceInput source="parent.id" reference="titles" filter={{ kinds: ['SHOW'] }} sort={{ field: 'name', order: 'ASC' }}>
          <AutocompleteInput
            label="Show"
            optionText="name"
            filterToQuery={(search: string) => (search ? { search } : {})}
            validate={required('An episode needs its show.')}
            readOnly={readOnly}
            {...PLAIN}
          />
        </ReferenceInput>
      </Box>
      <NumberInput source="season" readOnly={readOnly} {...PLAIN} />
      <NumberInput source="number" readOnly={readOnly} {...PLAIN} />
    </>
  );
}

/** State, shelf, certificate, media, and when it came. */
export function Place({ title, readOnly }: PartProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {(title === null || title.state === 'LISTED' || title.state === 'HIDDEN') && (
        <SelectInput source="state" choices={STATES.slice(0, 2)} defaultValue="LISTED" readOnly={readOnly} {...PLAIN} />
      )}
      <TextInput source="category" label="Shelf" readOnly={readOnly} {...PLAIN} />
      <TextInput source="certificate" readOnly={readOnly} {...PLAIN} />
      <TextInput source="mediaUrl" label="Media address" type="url" readOnly={readOnly} {...PLAIN} />
      {title && (
        <Facts
          of={[
            ['Our id', title.id],
            ['Version', title.version],
            ['Added', <Ago key="added" at={title.createdAt} />],
            ['Changed', <Ago key="changed" at={title.updatedAt} />],
          ]}
        />
      )}
    </Box>
  );
}

/** Tags, credits, external ids and windows, each a list of its own. */
export function Lists({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <>
      <Section title="Tags">
        <Rows source="tags" readOnly={readOnly}>
          {(props) => <TagsField {...props} />}
        </Rows>
      </Section>
      <Section title="Credits">
        <Rows source="credits" readOnly={readOnly}>
          {(props) => <CreditsField {...props} />}
        </Rows>
      </Section>
      <Section title="External ids">
        <Rows source="externalIds" readOnly={readOnly}>
          {(props) => <ExternalIdsField {...props} />}
        </Rows>
      </Section>
      <Section title="Availability">
        <Rows source="availability" readOnly={readOnly}>
          {(props) => <WindowsField {...props} />}
        </Rows>
      </Section>
    </>
  );
}

interface RowsFieldProps {
  readonly source: string;
  readonly readOnly: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: what a row holds is the field's own concern.
  readonly children: (props: RowsProps<any>) => ReactNode;
}

/** A list of the form as one value. */
function Rows({ source, readOnly, children }: RowsFieldProps) {
  const { field, fieldState } = useInput({ source, defaultValue: [] });
  return <>{children({ value: field.value ?? [], onChange: field.onChange, readOnly, error: fieldState.error?.message })}</>;
}

function Genres({ readOnly }: { readonly readOnly: boolean }) {
  const known = useGenreNames().map(({ name }) => name);
  return <Words source="genres" label="Genres" options={known} readOnly={readOnly} />;
}

interface WordsProps {
  readonly source: string;
  readonly label: string;
  readonly options: readonly string[];
  readonly readOnly: boolean;
}

/** A list of words of the form. */
function Words({ source, ...shown }: WordsProps) {
  const { field, fieldState } = useInput({ source, defaultValue: [] });
  return <WordsField {...shown} value={field.value ?? []} onChange={field.onChange} error={fieldState.error?.message} />;
}
