import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { ShopOffersDocument, type ShopOffersQuery } from '../generated/shops';
import { useCalm } from '../inspector/use-calm';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { TitleLink } from '../parts/title-link';
import { TurnPages } from '../parts/turn-pages';
import { WideTable } from '../parts/wide-table';
import { moneyText } from './money';

const ROWS = 20;
type Offer = NonNullable<ShopOffersQuery['shop']>['offers']['nodes'][number];

/** What a shop offers now. */
export function Offers({ shopId }: { readonly shopId: string }) {
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const search = useCalm(typed);
  const asked = useAsk(ShopOffersDocument, { id: shopId, search: search || null, first: ROWS, offset: page * ROWS }, { keep: true });
  const find = (text: string) => {
    setTyped(text);
    setPage(0);
  };
  return (
    <Section title="Offers">
      <TextField label="Search offers" value={typed} onChange={({ target }) => find(target.value)} autoComplete="off" />
      <Asked of={asked}>
        {({ shop }) =>
          !shop || shop.offers.nodes.length === 0 ? (
            <Empty title="No offers here.">A file of offers brings them.</Empty>
          ) : (
            <>
              <OfferRows offers={shop.offers.nodes} />
              <TurnPages total={shop.offers.totalCount} page={page} rows={ROWS} onTurn={setPage} />
            </>
          )
        }
      </Asked>
    </Section>
  );
}

function OfferRows({ offers }: { readonly offers: readonly Offer[] }) {
  const maySeeTitles = useMay('CATALOGUE_READ_ALL');
  return (
    <WideTable label="Offers">
      <TableHead>
        <TableRow>
          <TableCell>Title</TableCell>
          <TableCell>SKU</TableCell>
          <TableCell align="right">Price</TableCell>
          <TableCell>Region</TableCell>
          <TableCell>State</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {offers.map(({ id, sku, url, title, price, currency, region, availability }) => (
          <TableRow key={id}>
            <TableCell>{maySeeTitles ? <TitleLink title={title} /> : (title?.name ?? '–')}</TableCell>
            <TableCell>
              <Link href={url} target="_blank" rel="noreferrer noopener">
                {sku}
              </Link>
            </TableCell>
            <TableCell align="right">{moneyText(price, currency)}</TableCell>
            <TableCell>{region ?? 'Everywhere'}</TableCell>
            <TableCell>{wordsOf(availability)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </WideTable>
  );
}
