import type { CodeDecision } from '#domain/code-guide/code-decision.ts';
import { releaseClaim } from '../claim/release-claim.ts';
import type { CaseTelling } from './case-telling.ts';
import type { Billing } from './plots/plot.ts';
import { contactsOf } from './tell-contacts.ts';
import { coverageIdOf } from './tell-patient.ts';

const order: readonly Billing[] = ['decided', 'attested', 'claimed', 'released', 'replaced', 'voided'];

/** From the choice of the code to what left for the payer, a working day apart. */
export function tellBilling(story: CaseTelling): void {
  const { billing, last } = story.plot;
  if (billing === undefined) return;
  const has = (step: Billing) => order.indexOf(billing) >= order.indexOf(step);
  story.time.goTo(last - 1);
  decide(story);
  if (has('attested')) attest(story, last - 2);
  if (has('claimed')) claim(story, last - 3, 'original');
  if (has('released')) release(story, last - 4, 'original');
  if (billing === 'replaced') replace(story);
  if (billing === 'voided') claim(story, last - 12, 'void');
}

/** Every contact gets its code, or the decision that it has none. */
function decide(story: CaseTelling): void {
  const lines = contactsOf(story.plot, story.theme.contacts);
  const codes = Map.groupBy(lines.entries(), ([, { code }]) => code ?? 'D9992');
  for (const [code, contacts] of codes)
    story.change('decide-code', {
      decisionId: story.id(`decision-${code.toLowerCase()}`),
      code,
      activityIds: contacts.map(([index]) => story.contactId(index)),
      reason: reasons[code] ?? 'Joins up what several offices do for one patient.',
    });
}

const reasons: Partial<Record<CodeDecision['code'], string>> = {
  none: 'Nobody was reached, or it is ordinary office work.',
  D9311: 'The dentist talked a medical matter over with the physician in person.',
  D9991: 'About what keeps the patient from coming.',
  D9993: 'Practicing behavior with the patient in the chair.',
  D9994: 'Showing how to clean at home.',
};

function attest(story: CaseTelling, workdaysAgo: number): void {
  story.time.goTo(workdaysAgo);
  story.sign('attest', 'staff-dentist');
}

type Frequency = 'original' | 'replacement' | 'void';

function claim(story: CaseTelling, workdaysAgo: number, frequency: Frequency): void {
  const { plot } = story;
  const [plan] = plot.plans;
  if (plan === undefined) throw new Error(`demonstration: ${plot.key} bills nobody`);
  story.time.goTo(workdaysAgo);
  story.change(
    'create-claim',
    {
      claimId: claimId(story, frequency),
      coverageId: coverageIdOf(plot.person, plan),
      frequency,
      ...(frequency === 'original' ? {} : { payerClaimNumber: `BH${story.chance.digits(9)}` }),
    },
    'staff-biller',
  );
}

const claimId = (story: CaseTelling, frequency: Frequency) => story.id(`claim-${frequency}`);

function release(story: CaseTelling, workdaysAgo: number, frequency: Frequency): void {
  story.time.goTo(workdaysAgo);
  for (const format of story.plot.formats ?? [])
    story.world.steps.push({
      at: story.time.tick(),
      staffId: 'staff-biller',
      what: `releasing the claim of ${story.caseId} as ${format}`,
      run: (archway, person) =>
        releaseClaim(archway, person, story.caseId, claimId(story, frequency), format),
    });
}

/** The payer asked about one contact; it is amended, attested anew and claimed again. */
function replace(story: CaseTelling): void {
  const { last } = story.plot;
  story.time.goTo(last - 9);
  story.amend(story.contactId(0), 'The nurse on the telephone was Kim.', 'The plan asked who had answered');
  attest(story, last - 10);
  claim(story, last - 11, 'replacement');
  release(story, last - 12, 'replacement');
}
