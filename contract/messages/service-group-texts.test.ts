import { expect, it } from 'vitest';
import { planStatementWords } from '#domain/coverage/plan-statement-words.ts';
import { groupFact, type ServiceGroup } from '#domain/coverage/service-group.ts';
import { say } from '../say.ts';

it.each<[ServiceGroup, string, string]>([
  ['crowns', 'Crowns: the plan pays 50%', 'Coronas: el plan paga el 50 %'],
  [
    'prosthodontics',
    'Dentures and bridges: the plan pays 50%',
    'Prótesis removible y fija: el plan paga el 50 %',
  ],
  [
    'restorative-but-crowns',
    'Restorative services other than crowns: the plan pays 50%',
    'Servicios de restauración que no son coronas: el plan paga el 50 %',
  ],
])('%s are called by words, not by numbers', (group, en, es) => {
  const share = planStatementWords({
    kind: 'percentage',
    for: { group: groupFact(group).name },
    percent: 50,
  });
  expect([say('en', share), say('es', share)]).toEqual([en, es]);
});
