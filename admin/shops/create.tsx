import Box from '@mui/material/Box';
import { Title, useRedirect } from 'react-admin';
import { ShopForm } from './shop-form';

/** A new shop. */
export default function ShopCreate() {
  const redirect = useRedirect();
  return (
    <Box sx={{ mt: 2, maxWidth: 720 }}>
      <Title title="Add shop" />
      <ShopForm shop={null} onSaved={({ id }) => redirect('edit', 'shops', id)} />
    </Box>
  );
}
