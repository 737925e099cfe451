import type { WelcomeView } from '#contract/views.ts';
import type { StaffRole } from '#domain/audit/event.ts';
import type { Archway } from '../archway.ts';
import { asOwner } from '../database/connect.ts';

export interface DemonstrationAccount {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly credential?: string;
  readonly email: string;
}

export const demonstrationOrganization = 'demonstration';

/** Everybody's password in the demonstration; it opens nothing else. */
export const demonstrationPassword = 'archway-demonstration';

/** One sign-in a role. The people are invented; example.com belongs to nobody (RFC 2606). */
export const demonstrationStaff: readonly DemonstrationAccount[] = [
  {
    staffId: 'staff-coordinator',
    name: 'Marisol Vega',
    role: 'coordinator',
    email: 'coordinator@demo.example.com',
  },
  {
    staffId: 'staff-coordinator-2',
    name: 'Devon Achebe',
    role: 'coordinator',
    email: 'coordinator2@demo.example.com',
  },
  {
    staffId: 'staff-dentist',
    name: 'Priya Raman',
    role: 'dentist',
    credential: 'DDS',
    email: 'dentist@demo.example.com',
  },
  {
    staffId: 'staff-hygienist',
    name: 'Tom Okafor',
    role: 'hygienist',
    credential: 'RDH',
    email: 'hygienist@demo.example.com',
  },
  { staffId: 'staff-biller', name: 'Ana Whitlock', role: 'biller', email: 'biller@demo.example.com' },
  {
    staffId: 'staff-administrator',
    name: 'Lee Sandoval',
    role: 'administrator',
    email: 'administrator@demo.example.com',
  },
  { staffId: 'staff-auditor', name: 'Ruth Halvorsen', role: 'auditor', email: 'auditor@demo.example.com' },
];

/** What the sign-in page offers: empty unless this database holds the demonstration. */
export async function demonstrationAccounts(archway: Archway): Promise<WelcomeView['demonstrationAccounts']> {
  const found = await asOwner(archway.record.db, (owner) =>
    owner
      .selectFrom('organization')
      .select('organization_id')
      .where('demonstration', '=', true)
      .executeTakeFirst(),
  );
  if (!found) return [];
  return demonstrationStaff.map(({ name, role, email }) => ({
    name,
    role,
    email,
    password: demonstrationPassword,
  }));
}
