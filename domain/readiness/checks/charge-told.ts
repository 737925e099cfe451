import { chargeToldFor } from '../../claim/claim-agreements.ts';
import { coordinationCode } from '../dossier.ts';
import { allAnswers, finding, type ReadinessCheck } from '../readiness-check.ts';

export const chargeTold: ReadinessCheck = {
  id: 'charge-told',
  belongsTo: 'practice',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['told', 'notTold', 'toldLate', 'forbidden', 'maybeForbidden', 'nothingToTell'],
  mend: { screen: 'coverage', action: 'agree-charge' },
  assess: (dossier) => {
    const { state, lines } = dossier;
    const told = state.chargeAgreements.filter(({ agreement }) => agreement.code === coordinationCode);
    const charging = told.filter(({ agreement }) => agreement.amount > 0);
    const forbidding = allAnswers(dossier).find(({ mayChargePatient }) => mayChargePatient.answer === 'no');
    if (forbidding && charging.length > 0)
      return { ...finding('blocks', 'charge-told.forbidden', {}, charging), basis: forbidding.basis };
    if (forbidding || lines.length === 0) return finding('not-applicable', 'charge-told.nothingToTell');
    const doubtful = allAnswers(dossier).some(({ mayChargePatient }) =>
      mayBeMedicaid.includes(mayChargePatient.why.id),
    );
    if (doubtful)
      return charging.length > 0
        ? finding('warns', 'charge-told.maybeForbidden', {}, charging)
        : finding('not-applicable', 'charge-told.nothingToTell');
    if (told.length === 0) return finding('warns', 'charge-told.notTold');
    return lines.every(({ work }) => chargeToldFor(state, { code: coordinationCode, work }))
      ? finding('passes', 'charge-told.told', {}, told)
      : finding('warns', 'charge-told.toldLate', {}, told);
  },
};

const mayBeMedicaid: readonly string[] = ['coverage.charge.lineUnknown', 'coverage.charge.otherUnknown'];
