/** The parts of the main job's story that more than one scenario tells. */

export const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
export const day = (moment: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date(moment));

/** A consent signed on screen three hours ago, for ten months, to be sent to record-consent. */
export function consent(consentId: string, kind: string, signer: string) {
  return {
    consent: {
      consentId,
      kind,
      signer: { name: signer, authority: 'self' },
      method: 'signed-on-screen',
      signatureStrokes: 'M 10 80 L 60 20 L 120 90 L 200 40',
      disclosers: ['Cedar Street Dental'],
      recipients: [{ kind: 'class', name: 'treating providers', class: 'treating-providers' }],
      categories: ['dental-record', 'medical-history', 'medications', 'coordination-record'],
      description: 'Dental and medical facts needed to coordinate periodontal care.',
      purposes: ['treatment'],
      statements: { rightToRevoke: true, conditioning: true, redisclosure: true, copyGiven: true },
      language: 'es',
      interpreter: 'Marisol Vega',
      signedAt: at(180),
      expiresOn: day(at(-60 * 24 * 300)),
    },
  };
}

/** A general dentist of the demonstration, a periodontist and an endocrinologist outside it. */
export function team() {
  const member = (
    memberId: string,
    role: string,
    name: string,
    specialty: string,
    providerId: string,
    npi: string,
  ) => ({
    memberId,
    role,
    name,
    specialty,
    providerId,
    npi,
    contacts: [],
    setting: 'office',
    from: day(at(180)),
  });
  return [
    member(
      'member-dentist',
      'treating-dentist',
      'Priya Raman',
      'general-dentistry',
      'provider-raman',
      '1999900024',
    ),
    member(
      'member-perio',
      'dental-specialist',
      'Karin Lindqvist',
      'periodontics',
      'provider-lindqvist',
      '1999900032',
    ),
    member('member-physician', 'physician', 'Kwame Osei', 'endocrinology', 'provider-osei', '1999900065'),
  ];
}

/** A telephone call with a member of the team that reached them, measured by the timer. Minutes are minutes ago. */
export function contact(
  activityId: string,
  member: { memberId: string; name: string },
  kind: string,
  from: number,
  to: number,
) {
  return {
    activityId,
    kind,
    staffId: 'staff-coordinator',
    note: '',
    serviceDate: day(at(from)),
    contact: {
      parties: [
        {
          kind: 'provider',
          memberId: member.memberId,
          name: member.name,
          role: 'specialist',
          organization: 'office',
        },
      ],
      direction: 'outgoing',
      route: 'telephone',
      routeValue: '2065550102',
      reached: 'reached',
      asked: 'Can periodontal therapy begin before the physician has answered?',
      answered: 'Yes for scaling; surgery waits for the clearance.',
      effectOnPlan: 'Scaling first, surgery after clearance.',
      disclosed: ['dental-record'],
    },
    time: { basis: 'timer', startedAt: at(from), endedAt: at(to), seconds: (from - to) * 60 },
  };
}
