import type { Consent, ConsentKind } from './consent.ts';

/** The texts of the statements, of which some kinds have their own. */
export type StatementText =
  | 'rightToRevoke'
  | 'rightToRevokePart2'
  | 'rightToRevokeAgreement'
  | 'rightToRevokeAssignment'
  | 'conditioning'
  | 'conditioningPart2'
  | 'conditioningAgreement'
  | 'conditioningAssignment'
  | 'redisclosure'
  | 'redisclosurePart2'
  | 'copyGiven';

/**
 * What the signer must be told, in order. 45 CFR 164.508(c)(2) for the authorization, 42 CFR 2.31 for the Part 2
 * consent (field-facts 4.1); the others have no statements laid down, only fair words.
 */
export const toldStatements: Readonly<
  Record<ConsentKind, readonly (readonly [keyof Consent['statements'], StatementText])[]>
> = {
  'hipaa-authorization': [
    ['rightToRevoke', 'rightToRevoke'],
    ['conditioning', 'conditioning'],
    ['redisclosure', 'redisclosure'],
    ['copyGiven', 'copyGiven'],
  ],
  'part2-consent': [
    ['rightToRevoke', 'rightToRevokePart2'],
    ['conditioning', 'conditioningPart2'],
    ['redisclosure', 'redisclosurePart2'],
    ['copyGiven', 'copyGiven'],
  ],
  'coordination-agreement': [
    ['rightToRevoke', 'rightToRevokeAgreement'],
    ['conditioning', 'conditioningAgreement'],
    ['copyGiven', 'copyGiven'],
  ],
  'text-message': [
    ['conditioning', 'conditioning'],
    ['copyGiven', 'copyGiven'],
  ],
  'benefits-assignment': [
    ['rightToRevoke', 'rightToRevokeAssignment'],
    ['conditioning', 'conditioningAssignment'],
    ['copyGiven', 'copyGiven'],
  ],
};
