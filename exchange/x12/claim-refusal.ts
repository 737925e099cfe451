import { message } from '#domain/kernel/message.ts';
import type { Claim } from '#domain/claim/claim.ts';
import { dollars, sumCents } from '#domain/kernel/money.ts';
import { parseNpi } from '#domain/kernel/npi.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { placesOfService } from '#domain/practice/places-of-service.ts';

/** What no reader downstream checks for us, and what an 837D cannot carry (standards-facts, short list); in order. */
export function claimRefusals(claim: Claim): readonly Refusal[] {
  return [
    ...balanceRefusals(claim),
    ...diagnosisRefusals(claim),
    ...npiRefusals(claim),
    ...addressRefusals(claim),
    ...placeRefusals(claim),
    ...circumstanceRefusals(claim),
  ];
}

function balanceRefusals(claim: Claim): Refusal[] {
  const refusals: Refusal[] = [];
  if (claim.lines.length < 1 || claim.lines.length > 50)
    refusals.push(refuse('x12/line-count', { count: claim.lines.length }, 'lines'));
  if (claim.lines.some((line, index) => line.lineNumber !== index + 1))
    refusals.push(refuse('x12/line-numbers', {}, 'lines'));
  const sum = sumCents(claim.lines.map((line) => line.fee));
  if (sum !== claim.total)
    refusals.push(refuse('x12/total', { total: dollars(claim.total), sum: dollars(sum) }, 'total'));
  return refusals;
}

function diagnosisRefusals(claim: Claim): Refusal[] {
  const refusals: Refusal[] = [];
  if (new Set(claim.diagnoses).size !== claim.diagnoses.length || claim.diagnoses.length > 4)
    refusals.push(refuse('x12/diagnoses', {}, 'diagnoses'));
  for (const line of claim.lines) {
    const absent = line.diagnosisPointers.filter((pointer) => pointer > claim.diagnoses.length);
    if (absent.length > 0 || new Set(line.diagnosisPointers).size !== line.diagnosisPointers.length)
      refusals.push(
        refuse(
          'x12/diagnosis-pointer',
          {
            line: line.lineNumber,
            pointers: line.diagnosisPointers.map(String),
            diagnoses: claim.diagnoses.length,
          },
          `lines/${line.lineNumber - 1}/diagnosisPointers`,
        ),
      );
  }
  return refusals;
}

function npiRefusals(claim: Claim): Refusal[] {
  return [
    { npi: claim.billing.billingNpi, at: 'billing/billingNpi' },
    { npi: claim.treating.npi, at: 'treating/npi' },
  ].flatMap(({ npi, at }) => {
    const parsed = parseNpi(npi);
    return isRefusal(parsed) ? [{ ...parsed, at }] : [];
  });
}

function addressRefusals(claim: Claim): Refusal[] {
  const refusals: Refusal[] = [];
  if (claim.billing.address.postalCode.length !== 9)
    refusals.push(
      refuse(
        'x12/billing-postal-code',
        { postalCode: claim.billing.address.postalCode },
        'billing/address/postalCode',
      ),
    );
  if (!claim.patient.address) refusals.push(refuse('x12/patient-address', {}, 'patient/address'));
  if (!claim.patient.birthDate) refusals.push(refuse('x12/patient-birth-date', {}, 'patient/birthDate'));
  return refusals;
}

function placeRefusals(claim: Claim): Refusal[] {
  return claim.lines
    .filter((line) => !placesOfService.has(line.placeOfService))
    .map((line) =>
      refuse(
        'x12/place-of-service',
        { lineNumber: line.lineNumber, placeOfService: line.placeOfService },
        `lines/${line.lineNumber - 1}/placeOfService`,
      ),
    );
}

function circumstanceRefusals(claim: Claim): Refusal[] {
  const refusals: Refusal[] = [];
  if (claim.frequency !== 'original' && !claim.payerClaimNumber?.trim())
    refusals.push(refuse('x12/payer-claim-number', {}, 'payerClaimNumber'));
  if (claim.subscriber.priority !== 'primary')
    refusals.push(
      refuse(
        'x12/other-coverage',
        { priority: message(`web.word.priority.${claim.subscriber.priority}`) },
        'subscriber/priority',
      ),
    );
  return refusals;
}
