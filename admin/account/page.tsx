import Typography from '@mui/material/Typography';
import { Title, useGetIdentity } from 'react-admin';

/** The own account. */
export default function Account() {
  const { identity } = useGetIdentity();
  return (
    <>
      <Title title="My account" />
      <Typography sx={{ p: 2 }}>{identity?.fullName}</Typography>
    </>
  );
}
