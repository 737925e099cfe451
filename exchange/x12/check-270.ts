import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { buildLoops, type Loop, loopsNamed, segmentsOf } from './build-loops.ts';
import { checkElements, inquiryElements } from './check-elements.ts';
import { checkEnvelope } from './check-envelope.ts';
import type { Delimiters } from './delimiters.ts';
import { eligibilityInquiry } from './envelope.ts';
import { type Fault, faultAt } from './fault.ts';
import { interchange270 } from './loops-270.ts';
import { element, tokenize } from './tokenize.ts';

/** Every fault of a 270, in the order of the file: structure, elements, envelope, what is asked and of whom. */
export function check270(text: string): readonly Fault[] | Refusal {
  const interchange = tokenize(text);
  if (isRefusal(interchange)) return interchange;
  const { root, faults } = buildLoops(interchange270, interchange.segments);
  if (!root) throw new Error('the tokenizer lets only interchanges through');
  return [
    ...faults,
    ...checkElements(interchange, inquiryElements),
    ...checkEnvelope(root, eligibilityInquiry),
    ...checkPatient(root),
    ...checkSex(root),
    ...loopsNamed(root, 'EQ').flatMap((question) => checkQuestion(question, interchange.delimiters)),
  ].sort((a, b) => a.segment - b.segment);
}

/** Whoever the question is about has a trace and a question of their own, and nobody else has. */
function checkPatient(root: Loop): Fault[] {
  return loopsNamed(root, '2000C').flatMap((subscriber) => {
    const dependents = loopsNamed(subscriber, '2000D');
    const traced = segmentsOf(subscriber, 'TRN').length > 0;
    const asked = subscriber.loops.some(({ name }) => name === 'EQ');
    const isPatient = dependents.length === 0;
    const [hl] = segmentsOf(subscriber, 'HL');
    if (!hl || (traced === isPatient && asked === isPatient)) return [];
    return [faultAt(hl, 'patient-place', 'The question stands with somebody who is not the patient.')];
  });
}

/** An inquiry says F or M, or leaves it out; see `writeBirth`. */
function checkSex(root: Loop): Fault[] {
  return ['2100C', '2100D']
    .flatMap((name) => loopsNamed(root, name))
    .flatMap((person) => segmentsOf(person, 'DMG'))
    .filter((birth) => !['', 'F', 'M'].includes(element(birth, 3)))
    .map((birth) => faultAt(birth, 'element-form', `DMG03 is "${element(birth, 3)}".`));
}

/** Service types, or one procedure with its qualifier: never both, and a type never twice. */
function checkQuestion(question: Loop, { repetition, component }: Delimiters): Fault[] {
  return segmentsOf(question, 'EQ').flatMap((eq) => {
    const [types, procedure] = [element(eq, 1), element(eq, 2)];
    const listed = types.split(repetition);
    const typesFine = types === '' || (listed.every((type) => /^[A-Z0-9]{1,2}$/.test(type)) && isSet(listed));
    const [qualifier, code = ''] = procedure.split(component);
    const procedureFine = procedure === '' || (qualifier === 'AD' && /^D\d{4}$/.test(code));
    if ((types === '') === (procedure === ''))
      return [faultAt(eq, 'element-missing', 'EQ asks for service types or for one procedure.')];
    return typesFine && procedureFine
      ? []
      : [faultAt(eq, 'element-form', `EQ asks for "${types || procedure}".`)];
  });
}

function isSet(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
