import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ExportShopBillDocument } from '../generated/shops';
import { DownloadButton } from '../parts/download-button';
import { Section } from '../parts/section';

/** What a shop owes for a month, as a file. */
export function Owed({ shopId }: { readonly shopId: string }) {
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  return (
    <Section title="What is owed">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        A month by UTC: a row for each kind of action and price, and the total. A month that is over never changes.
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <TextField
          type="month"
          label="Month"
          value={month}
          onChange={({ target }) => target.value && setMonth(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <DownloadButton operation={ExportShopBillDocument} variables={{ shopId, month }}>
          Download the bill
        </DownloadButton>
      </Box>
    </Section>
  );
}
