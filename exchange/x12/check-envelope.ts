import { firstOf, type Loop, loopsNamed, segmentsOf } from './build-loops.ts';
import type { TransactionKind } from './envelope.ts';
import { type Fault, faultAt, type FaultCode } from './fault.ts';
import { element, type Segment } from './tokenize.ts';

/** Counts and control numbers of ISA/IEA, GS/GE and ST/SE, and the version that they name. */
export function checkEnvelope(root: Loop, kind: TransactionKind): Fault[] {
  const groups = root.loops.filter((loop) => loop.name === 'GS');
  const isa = firstOf(root);
  return [
    ...expectValue(isa, 12, '00501', 'version'),
    ...segmentsOf(root, 'IEA').flatMap((iea) => [
      ...expectValue(iea, 1, String(groups.length), 'segment-count'),
      ...expectValue(iea, 2, element(isa, 13), 'control-number'),
    ]),
    ...groups.flatMap((group) => checkGroup(group, kind)),
  ];
}

function checkGroup(group: Loop, kind: TransactionKind): Fault[] {
  const gs = firstOf(group);
  const transactions = group.loops.filter((loop) => loop.name === 'ST');
  return [
    ...expectValue(gs, 1, kind.group, 'version'),
    ...expectValue(gs, 7, 'X', 'version'),
    ...expectValue(gs, 8, kind.version, 'version'),
    ...segmentsOf(group, 'GE').flatMap((ge) => [
      ...expectValue(ge, 1, String(transactions.length), 'segment-count'),
      ...expectValue(ge, 2, element(gs, 6), 'control-number'),
    ]),
    ...transactions.flatMap((transaction) => checkTransaction(transaction, kind)),
  ];
}

function checkTransaction(transaction: Loop, kind: TransactionKind): Fault[] {
  const st = firstOf(transaction);
  return [
    ...expectValue(st, 1, kind.transaction, 'version'),
    ...expectValue(st, 3, kind.version, 'version'),
    ...segmentsOf(transaction, 'BHT').flatMap((bht) => expectValue(bht, 1, kind.structure, 'version')),
    ...segmentsOf(transaction, 'SE').flatMap((se) => [
      ...expectValue(se, 1, String(se.number - st.number + 1), 'segment-count'),
      ...expectValue(se, 2, element(st, 2), 'control-number'),
    ]),
    ...checkHierarchy(transaction),
  ];
}

/** HL01 counts from 1, HL02 names the parent, HL04 tells whether there are children. */
function checkHierarchy(transaction: Loop): Fault[] {
  const faults: Fault[] = [];
  let number = 0;
  const visit = (loop: Loop, parent: Segment | undefined): void => {
    const [hl] = segmentsOf(loop, 'HL');
    if (hl) {
      number += 1;
      const children = loop.loops.some((inner) => segmentsOf(inner, 'HL').length > 0);
      faults.push(
        ...expectValue(hl, 1, String(number), 'hierarchy'),
        ...expectValue(hl, 2, parent ? element(parent, 1) : '', 'hierarchy'),
        ...expectValue(hl, 4, children ? '1' : '0', 'hierarchy'),
      );
    }
    for (const inner of loop.loops) visit(inner, hl ?? parent);
  };
  visit(transaction, undefined);
  return faults;
}

function expectValue(segment: Segment, number: number, expected: string, code: FaultCode): Fault[] {
  const value = element(segment, number);
  if (value === expected) return [];
  const name = `${segment.id}${String(number).padStart(2, '0')}`;
  return [faultAt(segment, code, `${name} says "${value}"; "${expected}" is expected.`)];
}

/** Loops of each kind in which every qualifier stands at most once. */
export function checkQualifiers(root: Loop): Fault[] {
  return ['2300', '2400'].flatMap((name) =>
    loopsNamed(root, name).flatMap((loop) =>
      ['DTP', 'REF'].flatMap((id) => {
        const seen = new Set<string>();
        return segmentsOf(loop, id).flatMap((segment) => {
          const qualifier = element(segment, 1);
          const repeated = seen.has(qualifier) && !mayRepeat.has(`${name} ${id} ${qualifier}`);
          seen.add(qualifier);
          return repeated
            ? [faultAt(segment, 'duplicate-qualifier', `${id}*${qualifier} stands twice in loop ${name}.`)]
            : [];
        });
      }),
    ),
  );
}

const mayRepeat: ReadonlySet<string> = new Set(['2400 REF G3', '2400 REF G1', '2400 REF 9F']);
