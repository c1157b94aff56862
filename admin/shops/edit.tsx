import Box from '@mui/material/Box';
import { Title, useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useMay } from '../api/rights';
import type { ShopRowFragment } from '../generated/shops';
import { Facts } from '../parts/facts';
import { Failure } from '../parts/failure';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { Waiting } from '../parts/waiting';
import { Feeds } from './feeds';
import { moneyText } from './money';
import { Offers } from './offers';
import { Owed } from './owed';
import { Secret } from './secret';
import { ShopForm } from './shop-form';
import { Worth } from './worth';

/** One shop: what it offers, what it owes, and what people did there. */
export default function ShopEdit() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGetOne<ShopRowFragment>('shops', { id });
  const mayDecide = useMay('CATALOGUE_WRITE');
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
      <Title title={data?.name ?? 'Shop'} />
      {isPending && <Waiting />}
      {error && !data && <Failure error={error} again={() => void refetch()} />}
      {data && (
        <>
          <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Feeds shopId={data.id} />
            {mayDecide ? <ShopForm key={data.id} shop={data} onSaved={() => undefined} /> : <Terms shop={data} />}
          </Box>
          <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Owed shopId={data.id} />
            <Worth shopId={data.id} />
            <Secret shop={data} />
          </Box>
          <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
            <Offers shopId={data.id} />
          </Box>
        </>
      )}
    </Box>
  );
}

/** The terms as a shop itself sees them: it does not decide them. */
function Terms({ shop: { prices, currency, clickParameter } }: { readonly shop: ShopRowFragment }) {
  return (
    <Section title="Terms">
      <Facts
        of={[
          ['Currency', currency],
          ...prices.map(({ action, price }) => [`Price of ${wordsOf(action).toLowerCase()}`, moneyText(price, currency)] as const),
          ['Parameter of clicks', clickParameter ?? 'none'],
        ]}
      />
    </Section>
  );
}
