import type { Role } from '../generated/operators';

/** What each role is called and may do, in words; the rights themselves are the server's. */
export const ROLES: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  READER: { name: 'Reader', may: 'Looks at everything, changes nothing.' },
  ANALYST: { name: 'Analyst', may: 'Looks at everything, exports, evaluates, starts trainings and other jobs, and reads the audit.' },
  EDITOR: { name: 'Editor', may: 'Looks at everything, changes titles, moods and placements, imports, and starts jobs.' },
  ADMIN: { name: 'Admin', may: 'Does everything: also keys, operators, which model serves, and erasing people.' },
  SHOP: { name: 'Shop', may: 'Sees and changes its own offers only.' },
};

/** For a choice, the least first. */
export const ROLE_CHOICES = (Object.keys(ROLES) as Role[]).map((id) => ({ id, name: ROLES[id].name }));
