import { necessityStatement } from '../../necessity/necessity-statement.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const necessity: ReadinessCheck = {
  id: 'necessity',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks'],
  says: ['stated', 'partly', 'missing'],
  waivableAs: 'necessity',
  mend: { screen: 'necessity', action: 'record-factor' },
  assess: ({ state, patient }) => {
    const { sentences, missing } = necessityStatement(state, patient);
    const factors = [...state.factors.values()];
    if (sentences.length === 0) return finding('blocks', 'necessity.missing', {}, factors);
    if (missing.length > 0) return finding('warns', 'necessity.partly', { count: missing.length }, factors);
    return finding('passes', 'necessity.stated', { count: sentences.length }, factors);
  },
};
