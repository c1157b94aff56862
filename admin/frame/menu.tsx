import ListSubheader from '@mui/material/ListSubheader';
import { Menu, usePermissions, useSidebarState } from 'react-admin';
import type { Right } from '../generated/operator';
import { GROUPS, HOME, PLACES } from '../places';

/** The places that the role may enter, by group. */
export function PlacesMenu() {
  const { permissions = [] } = usePermissions<readonly Right[]>();
  const [open] = useSidebarState();
  const mine = PLACES.filter(({ right, inMenu = true }) => inMenu && permissions.includes(right));
  return (
    <Menu component="nav" aria-label="Places" sx={{ pt: 1 }}>
      {GROUPS.map((group) => {
        const places = mine.filter((place) => place.group === group);
        const items = places.map(({ name, label, icon: Icon }) => (
          <Menu.Item key={name} to={`/${name}`} primaryText={label} leftIcon={<Icon />} />
        ));
        if (group === '') {
          const isOpenToMe = permissions.includes(HOME.right);
          return [isOpenToMe && <Menu.Item key="/" to="/" primaryText={HOME.label} leftIcon={<HOME.icon />} />, ...items];
        }
        if (items.length === 0) return null;
        return [open && <GroupName key={group} name={group} />, ...items];
      })}
    </Menu>
  );
}

function GroupName({ name }: { readonly name: string }) {
  return (
    <ListSubheader
      component="div"
      disableSticky
      sx={{ background: 'none', lineHeight: 1, pt: 2.5, pb: 1, fontSize: '0.75rem', letterSpacing: '0.04em' }}
    >
      {name}
    </ListSubheader>
  );
}
