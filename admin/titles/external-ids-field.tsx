import TextField from '@mui/material/TextField';
import { RowsField, type RowsProps } from './rows-field';

/** The name of a title in another catalogue. */
export interface ExternalId {
  readonly source: string;
  readonly value: string;
}

const BLANK: ExternalId = { source: '', value: '' };

/** What a title is known by elsewhere. */
export function ExternalIdsField(props: RowsProps<ExternalId>) {
  return (
    <RowsField {...props} noun="external id" blank={BLANK} most={100}>
      {({ source, value }, change, at) => (
        <>
          <TextField
            label="Catalogue"
            value={source}
            placeholder="imdb"
            onChange={({ target }) => change({ source: target.value.toLowerCase().trim() })}
            slotProps={{ htmlInput: { maxLength: 32, readOnly: props.readOnly, 'aria-label': `Catalogue of external id ${at + 1}` } }}
          />
          <TextField
            label="Id"
            value={value}
            placeholder="tt0111161"
            onChange={({ target }) => change({ value: target.value })}
            slotProps={{ htmlInput: { maxLength: 200, readOnly: props.readOnly, 'aria-label': `External id ${at + 1}` } }}
          />
        </>
      )}
    </RowsField>
  );
}
