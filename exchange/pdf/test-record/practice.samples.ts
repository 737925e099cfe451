import type { NewPracticeEvent, PracticeProfile } from '#domain/practice/practice-events.ts';
import { npi } from './read-exactly.samples.ts';
import { type Said, at, coordinator } from './said.samples.ts';

export const profile: PracticeProfile = {
  name: 'Harbor Street Dental',
  entity: 'organization',
  billingNpi: npi('1987654328'),
  taxIdKind: 'EIN',
  taxId: '912345678',
  taxonomy: '1223G0001X',
  address: {
    line1: '418 Harbor Street',
    line2: 'Suite 2',
    city: 'Tacoma',
    state: 'WA',
    postalCode: '984021234',
  },
  telephone: '2535550142',
  timeZone: 'America/Los_Angeles',
  placeOfService: '11',
  submitterId: 'HARBOR01',
  receiverId: 'CLEAR01',
  receiverName: 'Example Clearinghouse',
};

export const practiceSaid: Said<NewPracticeEvent>[] = [
  { who: coordinator, event: { type: 'practice.profile-set', occurredAt: at, data: { profile } } },
  {
    who: coordinator,
    event: {
      type: 'practice.staff-recorded',
      occurredAt: at,
      data: {
        staff: {
          staffId: 'staff-ames',
          name: 'Jules Ames',
          role: 'coordinator',
          credential: 'CDA',
          active: true,
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'practice.staff-recorded',
      occurredAt: at,
      data: {
        staff: { staffId: 'staff-feld', name: 'Nora Feld', role: 'dentist', credential: 'DDS', active: true },
      },
    },
  },
];
