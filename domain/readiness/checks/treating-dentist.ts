import { unwritableInDentist } from '../../claim/written-parts.ts';
import { parseNpi } from '../../kernel/npi.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Provider } from '../../practice/practice-events.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

const gaps: readonly (readonly [word: string, lacks: (provider: Provider) => boolean])[] = [
  ['npi', ({ npi }) => npi === undefined || isRefusal(parseNpi(npi))],
  ['taxonomy', ({ taxonomy }) => taxonomy === undefined],
  ['name', ({ lastName, firstName }) => !lastName?.trim() || !firstName?.trim()],
];

export const treatingDentist: ReadinessCheck = {
  id: 'treating-dentist',
  belongsTo: 'practice',
  outcomes: ['passes', 'warns', 'blocks'],
  says: ['named', 'none', ...gaps.map(([word]) => word), 'characters', 'length', 'license'],
  mend: { screen: 'team', action: 'record-member' },
  assess: ({ treating, state }) => {
    if (!treating) return finding('blocks', 'treating-dentist.none');
    const members = [...state.members.values()].filter(
      ({ member }) => member.providerId === treating.providerId,
    );
    const params = { name: treating.name };
    const gap = gaps.find(([, lacks]) => lacks(treating));
    if (gap) return finding('blocks', `treating-dentist.${gap[0]}`, params, members);
    const unwritable = unwritableInDentist(treating);
    if (unwritable)
      return finding('blocks', `treating-dentist.${unwritable.why}`, unwritable.params, members);
    return treating.license === undefined
      ? finding('warns', 'treating-dentist.license', params, members)
      : finding('passes', 'treating-dentist.named', params, members);
  },
};
