import { allAnswers, finding, type ReadinessCheck } from '../readiness-check.ts';

export const chargeTold: ReadinessCheck = {
  id: 'charge-told',
  belongsTo: 'practice',
  source:
    'What the patient may be charged is told and agreed beforehand; never where Medicaid or the plan forbids it',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['told', 'notTold', 'toldLate', 'forbidden', 'nothingToTell'],
  mend: { screen: 'coverage', action: 'agree-charge' },
  assess: (dossier) => {
    const { state, work } = dossier;
    const charging = state.chargeAgreements.filter(
      ({ agreement }) => agreement.agreed && agreement.amount > 0,
    );
    const forbidding = allAnswers(dossier).find(({ mayChargePatient }) => mayChargePatient.answer === 'no');
    const first = work[0]?.activity.time.startedAt;
    if (forbidding && charging.length > 0)
      return { ...finding('blocks', 'charge-told.forbidden', {}, charging), basis: forbidding.basis };
    if (forbidding || first === undefined) return finding('not-applicable', 'charge-told.nothingToTell');
    const told = state.chargeAgreements;
    if (told.length === 0) return finding('warns', 'charge-told.notTold');
    return told.some(({ agreement }) => agreement.toldAt <= first)
      ? finding('passes', 'charge-told.told', {}, told)
      : finding('warns', 'charge-told.toldLate', {}, told);
  },
};
