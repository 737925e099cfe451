import { parseNpi } from '#domain/kernel/npi.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { firstOf, type Loop, loopsNamed, segmentsOf } from './build-loops.ts';
import { type Fault, faultAt } from './fault.ts';
import { element, type Segment } from './tokenize.ts';

/** Who bills, who is insured, who is treated: NPI check digits, postal codes, and where the patient stands. */
export function checkParties(root: Loop): Fault[] {
  return [
    ...allSegments(root).flatMap(checkNpi),
    ...loopsNamed(root, '2010AA').flatMap(checkBillingProvider),
    ...loopsNamed(root, '2310B').flatMap(checkTreatingProvider),
    ...loopsNamed(root, '2000B').flatMap(checkSubscriber),
  ];
}

function allSegments(loop: Loop): Segment[] {
  return [...loop.segments, ...loop.loops.flatMap(allSegments)];
}

function checkNpi(segment: Segment): Fault[] {
  if (segment.id !== 'NM1' || element(segment, 8) !== 'XX') return [];
  const npi = element(segment, 9);
  return isRefusal(parseNpi(npi)) ? [faultAt(segment, 'npi', `NM109 says "${npi}", which is no NPI.`)] : [];
}

function checkBillingProvider(loop: Loop): Fault[] {
  const name = firstOf(loop);
  const unnamed = element(name, 8) !== 'XX';
  return [
    ...(unnamed ? [faultAt(name, 'npi', 'The billing provider has no NPI.')] : []),
    ...segmentsOf(loop, 'N4')
      .filter((segment) => !/^\d{9}$/.test(element(segment, 3)))
      .map((segment) =>
        faultAt(segment, 'postal-code', 'The billing provider’s ZIP code needs nine digits.'),
      ),
    ...segmentsOf(loop, 'REF')
      .filter((segment) => ['EI', 'SY'].includes(element(segment, 1)) && !/^\d{9}$/.test(element(segment, 2)))
      .map((segment) => faultAt(segment, 'element-form', 'A tax identifier has nine digits.')),
  ];
}

function checkTreatingProvider(loop: Loop): Fault[] {
  const name = firstOf(loop);
  return element(name, 8) === 'XX' ? [] : [faultAt(name, 'npi', 'The treating provider has no NPI.')];
}

/** A claim hangs below the subscriber who is the patient, or below the patient who is not the subscriber. */
function checkSubscriber(loop: Loop): Fault[] {
  const faults: Fault[] = [];
  const hl = firstOf(loop);
  const [sbr] = segmentsOf(loop, 'SBR');
  const isPatient = sbr !== undefined && element(sbr, 2) === '18';
  const dependents = loop.loops.filter((inner) => inner.name === '2000C');
  const claims = loop.loops.filter((inner) => inner.name === '2300');
  if (sbr && !isPatient && element(sbr, 2) !== '')
    faults.push(faultAt(sbr, 'patient-place', `SBR02 says "${element(sbr, 2)}"; it is 18 or empty.`));
  if (sbr && !/^[A-Z0-9]{2}$/.test(element(sbr, 9)))
    faults.push(faultAt(sbr, 'element-missing', 'SBR09, the kind of plan, is missing.'));
  if (isPatient ? claims.length === 0 : claims.length > 0)
    faults.push(faultAt(hl, 'patient-place', 'The claim does not hang below the patient.'));
  if (isPatient === dependents.length > 0)
    faults.push(faultAt(hl, 'patient-place', 'SBR02 and the patient loop contradict each other.'));
  for (const dependent of dependents)
    if (!dependent.loops.some((inner) => inner.name === '2300'))
      faults.push(faultAt(firstOf(dependent), 'patient-place', 'The patient has no claim.'));
  const person = loop.loops.find((inner) => inner.name === '2010BA');
  if (isPatient && person)
    for (const id of ['N3', 'N4', 'DMG'])
      if (segmentsOf(person, id).length === 0)
        faults.push(faultAt(firstOf(person), 'missing', `The subscriber is the patient and lacks ${id}.`));
  return faults;
}
