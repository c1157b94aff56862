import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { OperatorDocument } from '../generated/operator';
import { ROLES } from '../operators/roles';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';
import { ChangePassword } from './change-password';
import { Sessions } from './sessions';

/** The own account: who I am, my password, and where I am signed in. */
export default function Account() {
  const asked = useAsk(OperatorDocument, {});
  return (
    <>
      <Title title="My account" />
      <Asked of={asked}>
        {({ operator }) =>
          operator && (
            <Box sx={{ display: 'grid', gap: 2, maxWidth: 760, mt: 2 }}>
              <Section title={operator.name ?? operator.email}>
                <Typography sx={{ overflowWrap: 'anywhere' }}>{operator.email}</Typography>
                <Typography sx={{ color: 'text.secondary' }}>
                  {ROLES[operator.role].name}. {ROLES[operator.role].may}
                </Typography>
              </Section>
              <Section title="Password">
                <ChangePassword />
              </Section>
              <Section title="Where you are signed in">
                <Sessions />
              </Section>
            </Box>
          )
        }
      </Asked>
    </>
  );
}
