import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { OperatorDocument } from '../generated/operator';
import { ROLES } from '../operators/roles';
import { Asked } from '../parts/asked';
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

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card component="section">
      <CardContent sx={{ display: 'grid', gap: 2, p: { xs: 2, sm: 3 } }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {children}
      </CardContent>
    </Card>
  );
}
