import type { Claim } from '#domain/claim/claim.ts';
import { dollars, sumCents } from '#domain/kernel/money.ts';
import { parseNpi } from '#domain/kernel/npi.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { placesOfService } from './place-of-service.ts';

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
    refusals.push(
      refuse(
        'x12/line-count',
        `The claim has ${claim.lines.length} lines.`,
        'An 837D carries 1 to 50 lines.',
        'Split the claim.',
        'lines',
      ),
    );
  if (claim.lines.some((line, index) => line.lineNumber !== index + 1))
    refusals.push(
      refuse(
        'x12/line-numbers',
        'The lines of the claim are not numbered 1, 2, 3 in their order.',
        'The payer answers by line number.',
        'Build the claim again.',
        'lines',
      ),
    );
  const sum = sumCents(claim.lines.map((line) => line.fee));
  if (sum !== claim.total)
    refusals.push(
      refuse(
        'x12/total',
        `The claim does not balance: the total is ${dollars(claim.total)}, its lines are ${dollars(sum)}.`,
        'The total of a claim is the sum of its lines.',
        'Build the claim again from the record.',
        'total',
      ),
    );
  return refusals;
}

function diagnosisRefusals(claim: Claim): Refusal[] {
  const refusals: Refusal[] = [];
  if (new Set(claim.diagnoses).size !== claim.diagnoses.length || claim.diagnoses.length > 4)
    refusals.push(
      refuse(
        'x12/diagnoses',
        'The diagnoses of the claim repeat, or are more than four.',
        'A dental claim names up to four different diagnoses.',
        'Choose the diagnoses again.',
        'diagnoses',
      ),
    );
  for (const line of claim.lines) {
    const absent = line.diagnosisPointers.filter((pointer) => pointer > claim.diagnoses.length);
    if (absent.length > 0 || new Set(line.diagnosisPointers).size !== line.diagnosisPointers.length)
      refusals.push(
        refuse(
          'x12/diagnosis-pointer',
          `Line ${line.lineNumber} points at diagnoses ${line.diagnosisPointers.join(', ')}.`,
          `The claim has ${claim.diagnoses.length}; a line points at each at most once.`,
          'Choose the diagnoses of the line again.',
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
        `The practice's postal code is ${claim.billing.address.postalCode}.`,
        'A claim needs all nine digits of the billing provider’s ZIP code.',
        'Complete the ZIP code in the practice set-up.',
        'billing/address/postalCode',
      ),
    );
  if (!claim.patient.address)
    refusals.push(
      refuse(
        'x12/patient-address',
        'The patient has no postal address.',
        'A claim carries the address of the patient.',
        'Enter the address in the patient’s record.',
        'patient/address',
      ),
    );
  if (!claim.patient.birthDate)
    refusals.push(
      refuse(
        'x12/patient-birth-date',
        'The patient has no birth date.',
        'A claim carries the birth date of the patient.',
        'Enter the birth date in the patient’s record.',
        'patient/birthDate',
      ),
    );
  return refusals;
}

function placeRefusals(claim: Claim): Refusal[] {
  return claim.lines
    .filter((line) => !placesOfService.has(line.placeOfService))
    .map((line) =>
      refuse(
        'x12/place-of-service',
        `Line ${line.lineNumber} has the place of service ${line.placeOfService}.`,
        'This number is not in the CMS list of places of service.',
        'Choose the place again, such as 11 for the office.',
        `lines/${line.lineNumber - 1}/placeOfService`,
      ),
    );
}

function circumstanceRefusals(claim: Claim): Refusal[] {
  const refusals: Refusal[] = [];
  if (claim.frequency !== 'original' && !claim.payerClaimNumber?.trim())
    refusals.push(
      refuse(
        'x12/payer-claim-number',
        `A ${claim.frequency} claim does not say which claim it changes.`,
        'A replacement or void needs the payer’s number of the earlier claim.',
        'Enter the number from the payer’s answer.',
        'payerClaimNumber',
      ),
    );
  if (claim.subscriber.priority !== 'primary')
    refusals.push(
      refuse(
        'x12/other-coverage',
        `This payer is ${claim.subscriber.priority}.`,
        'The claim to a later payer must carry what the earlier payer decided, which the claim does not hold.',
        'Bill the primary payer first; send the later claim on paper with the payer’s answer.',
        'subscriber/priority',
      ),
    );
  return refusals;
}
