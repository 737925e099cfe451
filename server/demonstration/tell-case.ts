import type { Evidence, NecessityFactor } from '#domain/necessity/factor.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { cents } from '#domain/kernel/money.ts';
import { parseDiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { parseTooth } from '#domain/kernel/tooth.ts';
import type { Provider } from '#domain/practice/practice-events.ts';
import type { TeamMember, TeamRole } from '#domain/team/team-member.ts';
import { openCase } from '../case/open-case.ts';
import { changePatient } from '../patient/change-patient.ts';
import { staffName, type CaseTelling, type Part } from './case-telling.ts';
import { demonstrationProviders } from './demonstration-practice.ts';
import { payerOf } from './payer-of-plan.ts';
import { tellBilling } from './tell-billing.ts';
import { tellContacts } from './tell-contacts.ts';
import { tellEnding } from './tell-ending.ts';
import { tellOptions } from './tell-decision.ts';
import { tellKeptOrder, tellPlanRules } from './tell-plan-rules.ts';
import { tellPredeterminations } from './tell-predeterminations.ts';
import { attaching, coverageIdOf, needIdOf, speakerIdOf } from './tell-patient.ts';
import type { PlanStep, Shown } from './themes/theme.ts';

/** Tells one case from its opening to where it stands today. */
export function tellCase(story: CaseTelling): void {
  tellOpening(story);
  if (story.reached('needs')) tellNeeds(story);
  if (story.reached('team')) tellTeam(story);
  if (story.reached('needs')) tellFactors(story);
  if (story.reached('plan')) tellPlan(story);
  tellPapers(story);
  tellPayers(story);
  tellContacts(story);
  if (story.reached('changed-since-signed')) tellLaterStep(story);
  tellBilling(story);
  tellEnding(story);
  tellPredeterminations(story);
  if (story.reached('plan')) tellKeptOrder(story);
}

function tellOpening(story: CaseTelling): void {
  const { caseId, patientId, plot, theme } = story;
  const opening = {
    caseId,
    patientId,
    title: story.say(theme.title),
    reason: story.say(theme.reason),
    ownerStaffId: plot.owner,
    team: plot.team ? 'Coordination' : null,
    receivedReferralId: null,
  };
  story.world.steps.push({
    at: story.time.tick(),
    staffId: story.owner,
    what: `opening ${caseId}`,
    run: (archway, person) => openCase(archway, person, opening),
  });
}

function tellNeeds(story: CaseTelling): void {
  const { patientId, theme, plot } = story;
  theme.conditions.forEach(({ text, diagnosis, sensitive }, index) => {
    const code = parseDiagnosisCode(diagnosis);
    if (isRefusal(code)) throw new Error(code.code);
    const condition = {
      conditionId: story.conditionId(index),
      text,
      diagnosis: code,
      codings: [],
      status: 'active' as const,
      onset: story.day(-story.chance.whole(200, 2500)),
      ...(sensitive === undefined ? {} : { sensitive }),
    };
    story.world.steps.push({
      at: story.time.tick(),
      staffId: story.owner,
      what: `record-condition for ${story.caseId}`,
      run: (archway, person) => changePatient(archway, person, patientId, 'record-condition', { condition }),
    });
  });
  const { need } = theme;
  if (!need) return;
  const accommodation = {
    accommodationId: story.id('need'),
    kind: need.kind,
    need: story.say(need.need),
    accommodation: story.say(need.accommodation),
    active: true,
  };
  story.world.steps.push({
    at: story.time.tick(),
    staffId: story.owner,
    what: `record-accommodation for ${plot.key}`,
    run: (archway, person) =>
      changePatient(archway, person, patientId, 'record-accommodation', { accommodation }),
  });
}

function tellTeam(story: CaseTelling): void {
  const { theme, plot, patient } = story;
  const raman = demonstrationProviders.find(({ ours }) => ours);
  if (raman) member(story, 'dentist', fromDirectory('treating-dentist', raman));
  member(story, 'coordinator', { role: 'coordinator', name: staffName(story.owner), contacts: [] });
  member(story, 'specialist', fromDirectory('dental-specialist', story.specialist));
  if (story.physician) member(story, 'physician', fromDirectory('physician', story.physician));
  const place = theme.facility ?? theme.community;
  if (place !== undefined)
    member(story, 'place', {
      role: theme.facility === undefined ? 'community' : 'facility',
      name: place,
      organization: place,
      setting: theme.facility === undefined ? 'community' : 'facility',
      contacts: [{ route: 'telephone', value: `206555${story.chance.pick(['0160', '0161', '0162'])}` }],
    });
  if (patient.speaker)
    member(story, 'patient', {
      role: 'caregiver',
      name: patient.speaker.name,
      relatedPersonId: speakerIdOf(plot.person),
      contacts: [],
    });
  plot.plans.forEach((plan, index) => {
    const { name, payerId, telephone } = payerOf(plan);
    member(story, index === 0 ? 'payer' : 'second-payer', {
      role: 'payer',
      name,
      payerId,
      contacts: telephone === undefined ? [] : [{ route: 'telephone', value: telephone }],
    });
  });
}

function member(
  story: CaseTelling,
  part: Part | 'second-payer',
  said: Omit<TeamMember, 'memberId' | 'from'>,
): void {
  const from = story.world.days.workday(story.plot.opened);
  story.change('record-member', { member: { memberId: story.id(part), from, ...said } });
}

function fromDirectory(role: TeamRole, provider: Provider): Omit<TeamMember, 'memberId' | 'from'> {
  const { providerId, name, credential, specialty, organization, setting, npi, contacts } = provider;
  return {
    role,
    providerId,
    name,
    specialty,
    contacts,
    ...(credential === undefined ? {} : { credential }),
    ...(organization === undefined ? {} : { organization }),
    ...(setting === undefined ? {} : { setting }),
    ...(npi === undefined ? {} : { npi }),
  };
}

function tellFactors(story: CaseTelling): void {
  story.theme.factors.forEach(({ kind, text, shownBy }, index) => {
    const factor: NecessityFactor = {
      factorId: story.id(`factor-${index + 1}`),
      kind,
      text: story.say(text),
      evidence: shownBy.flatMap((shown) => evidence(story, shown) ?? []),
    };
    story.change('record-factor', { factor });
  });
}

function evidence(story: CaseTelling, shown: Shown): Evidence | undefined {
  const { theme, patient, plot } = story;
  const team = story.reached('team');
  switch (shown) {
    case 'condition':
    case 'second-condition': {
      const index = shown === 'condition' ? 0 : 1;
      const text = theme.conditions[index]?.text;
      return text === undefined
        ? undefined
        : { kind: 'condition', id: story.conditionId(index), label: text };
    }
    case 'need': {
      const need = theme.need ?? patient.need;
      const id = theme.need ? story.id('need') : needIdOf(plot.person);
      return need && { kind: 'accommodation', id, label: story.say(need.need) };
    }
    case 'specialist':
      return team
        ? { kind: 'team-member', id: story.id('specialist'), label: story.specialist.name }
        : undefined;
    case 'physician':
      return team && story.physician
        ? { kind: 'team-member', id: story.id('physician'), label: story.physician.name }
        : undefined;
    case 'place':
      return team ? { kind: 'team-member', id: story.id('place'), label: story.say('{place}') } : undefined;
    case 'coverage': {
      const [plan] = plot.plans;
      return plan && { kind: 'coverage', id: coverageIdOf(plot.person, plan), label: payerOf(plan).name };
    }
    case 'seen':
      return {
        kind: 'observation-by-author',
        id: 'seen-in-the-office',
        label: 'Seen and heard in the office',
      };
  }
}

function tellPlan(story: CaseTelling): void {
  const { theme, plot } = story;
  theme.plan.forEach((step, index) =>
    story.change('record-plan-item', { item: planItem(story, step, index) }),
  );
  tellPlanRules(story);
  tellOptions(story);
  if (story.reached('signed')) story.sign('sign-plan', 'staff-dentist');
  if (plot.referral !== undefined)
    story.change('draft-referral', {
      referral: {
        referralId: story.id('referral'),
        toMemberId: story.id('specialist'),
        reason: story.say(theme.reason),
        question: story.say(theme.question),
        priority: theme.priority ?? 'routine',
      },
    });
}

function planItem(story: CaseTelling, step: PlanStep, index: number): PlanItem {
  const tooth = step.tooth === undefined ? undefined : parseTooth(step.tooth);
  if (isRefusal(tooth)) throw new Error(tooth.code);
  return {
    itemId: story.planItemId(index),
    text: story.say(step.text),
    ...(step.code === undefined ? {} : { code: procedureCode(step.code) }),
    ...(tooth === undefined ? {} : { tooth }),
    ...(step.area === undefined ? {} : { area: step.area }),
    surfaces: [],
    ownerMemberId: story.id(step.by),
    order: index + 1,
    after: step.after === undefined ? [] : [story.planItemId(step.after)],
    ...(step.by === 'dentist' && step.code !== undefined
      ? { fee: cents(story.chance.whole(8, 110) * 1000) }
      : {}),
    minutes: 30 + 15 * (index % 4),
    status: index === 0 ? 'scheduled' : story.reached('signed') ? 'accepted' : 'proposed',
  };
}

function tellLaterStep(story: CaseTelling): void {
  const last = story.theme.plan.length;
  const step = { text: 'Look again after the first visits', by: 'dentist', after: 0 } as const;
  story.change('record-plan-item', { item: planItem(story, step, last) });
}

const papers = {
  'insurance-card': { title: 'Insurance card, front', lines: ['{payer}', 'Member card'] },
  letter: {
    title: 'Letter from {medical}',
    lines: ['{medical}', 'About {first}', 'Please see the notes of {physician}.'],
  },
  fax: { title: 'Fax with the list of medicines', lines: ['{medical}', 'List of medicines of {first}'] },
  report: {
    title: 'Report of {office}',
    lines: ['{office}', 'Report on {first}', 'Findings as told by telephone.'],
  },
} as const;

function tellPapers(story: CaseTelling): void {
  const { patientId, plot } = story;
  for (const kind of plot.papers ?? []) {
    const [plan] = plot.plans;
    const attachedTo =
      kind === 'insurance-card' && plan
        ? { kind: 'coverage' as const, id: coverageIdOf(plot.person, plan) }
        : { kind: 'case' as const, id: story.caseId };
    story.world.steps.push(
      attaching(story.time.tick(), story.owner, patientId, {
        documentId: story.id(`paper-${kind}`),
        title: story.say(papers[kind].title),
        kind,
        attachedTo: [attachedTo],
        lines: papers[kind].lines.map((line) => story.say(line)),
      }),
    );
  }
}

/** What the plans answer as far as it is known, and what the patient was told about the cost. */
function tellPayers(story: CaseTelling): void {
  const { plot, patient, patientId } = story;
  if (!story.reached('team')) return;
  for (const plan of plot.plans)
    story.change(
      'answer-coverage',
      {
        answerId: story.id(`answer-${plan}`),
        coverageId: coverageIdOf(plot.person, plan),
        code: procedureCode('D9992'),
        serviceDate: story.world.days.workday(plot.opened),
      },
      story.asker,
    );
  if (plot.charge !== undefined) {
    const toldAt = story.time.tick();
    story.change('agree-charge', {
      agreement: {
        agreementId: story.id('charge'),
        code: procedureCode('D9992'),
        amount: cents(85_00),
        toldAt,
        toldBy: staffName(story.owner),
        toldTo: patient.speaker?.name ?? `${patient.first} ${patient.last}`,
        agreed: plot.charge === 'agreed',
        note:
          plot.charge === 'agreed'
            ? 'Told what coordination may cost when the plan does not pay; agrees.'
            : 'Does not want to pay for coordination; care goes on without a charge.',
      },
    });
  }
  if (!plot.restricted) return;
  const restriction = {
    restrictionId: story.id('restriction'),
    kind: 'not-to-health-plan-paid-in-full' as const,
    recipientName: story.say('{payer}'),
    categories: [],
    agreedOn: story.world.days.workday(plot.opened),
    note: 'Paid the first visit in full and asked that the plan is not told of it.',
  };
  story.world.steps.push({
    at: story.time.tick(),
    staffId: story.owner,
    what: `agree-restriction for ${plot.key}`,
    run: (archway, person) => changePatient(archway, person, patientId, 'agree-restriction', { restriction }),
  });
}
