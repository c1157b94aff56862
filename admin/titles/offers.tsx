import NameLink from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { TitleOffersDocument } from '../generated/shops';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { wordsOf } from '../parts/state-chip';
import { WideTable } from '../parts/wide-table';
import { moneyText } from '../shops/money';

/** Where a title can be had, by the offers of open shops. */
export default function TitleOffers({ id }: { readonly id: string }) {
  const asked = useAsk(TitleOffersDocument, { id });
  const maySeeShops = useMay('OFFERS_WRITE');
  return (
    <Asked of={asked}>
      {({ title }) =>
        !title || title.offers.length === 0 ? (
          <Empty title="No shop offers it.">Offers come with the files of shops.</Empty>
        ) : (
          <WideTable label="Offers of this title">
            <TableHead>
              <TableRow>
                <TableCell>Shop</TableCell>
                <TableCell align="right">Price</TableCell>
                <TableCell>Region</TableCell>
                <TableCell>State</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {title.offers.map(({ id: offerId, shopId, shopName, price, currency, region, availability }) => (
                <TableRow key={offerId}>
                  <TableCell>
                    {maySeeShops ? (
                      <NameLink component={Link} to={`/shops/${shopId}`} color="inherit">
                        {shopName}
                      </NameLink>
                    ) : (
                      shopName
                    )}
                  </TableCell>
                  <TableCell align="right">{moneyText(price, currency)}</TableCell>
                  <TableCell>{region ?? 'Everywhere'}</TableCell>
                  <TableCell>{wordsOf(availability)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </WideTable>
        )
      }
    </Asked>
  );
}
