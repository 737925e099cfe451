import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import { ReasonForm } from '../../case/reason-form.tsx';
import { Empty, Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ConstraintForm } from './constraint-form.tsx';
import { ConstraintSources } from './constraint-sources.tsx';
import { isOrderOfSteps, useConstraintWords } from './rule-words.ts';

const byReason = ['set-constraint-aside', 'restore-constraint', 'withdraw-constraint'] as const;

/** Every rule on this plan: what it says, what it comes to here, where it comes from, and whether it was set aside. */
export function ConstraintList() {
  const { t } = useTranslation();
  const may = useMay();
  const words = useConstraintWords();
  const { sharedPlan } = useCaseView();
  const { action, subject, open, close } = useAction();
  const shown = sharedPlan.constraints.filter((each) => !isOrderOfSteps(each));
  const chosen = shown.find(({ constraintId }) => constraintId === subject);
  return (
    <>
      <Section
        title={t('web.rules.rules')}
        lead={t('web.rules.rulesLead')}
        actions={
          may('record-constraint') && (
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => open('record-constraint')}
            >
              {t('web.rules.addRule')}
            </Button>
          )
        }
      >
        {shown.length === 0 ? (
          <Empty>{t('web.rules.noRules')}</Empty>
        ) : (
          <ul className="rows">
            {shown.map((each) => (
              <ConstraintRow key={each.constraintId} constraint={each} />
            ))}
          </ul>
        )}
      </Section>
      <Panel title={t('web.rules.addRule')} opened={action === 'record-constraint'} onClose={close}>
        <ConstraintForm onDone={close} />
      </Panel>
      {byReason.map((command) => (
        <Panel
          key={command}
          title={t(`web.rules.do.${command}`)}
          opened={action === command && chosen !== undefined}
          onClose={close}
        >
          {chosen && (
            <ReasonForm
              command={command}
              about={chosen.constraintId}
              lead={`${words.text(chosen)} ${words.value(chosen)}`}
              build={(reason) => ({ constraintId: chosen.constraintId, reason })}
              submitLabel={t(`web.rules.do.${command}`)}
              onDone={close}
            />
          )}
        </Panel>
      ))}
    </>
  );
}

function ConstraintRow({ constraint }: { readonly constraint: Constraint }) {
  const { t } = useTranslation();
  const words = useConstraintWords();
  const may = useMay();
  const { open } = useAction();
  const { constraintId, override, strength, source } = constraint;
  const commands = byReason.filter(
    (each) =>
      may(each) &&
      {
        'set-constraint-aside': !override,
        'restore-constraint': override !== undefined,
        'withdraw-constraint': source.by !== 'rule',
      }[each],
  );
  return (
    <li className="row constraint" data-aside={override !== undefined}>
      <div className="row-main">
        <Group gap={8}>
          <Text fw={600} className="constraint-text">
            {words.text(constraint)}
          </Text>
          <Badge color={strength === 'must' ? 'petrol' : 'gray'}>{t(`web.rules.strength.${strength}`)}</Badge>
          {words.ruleOf(constraint)?.conflicting === true && (
            <Badge className="state-badge warn">{t('web.rules.conflicting')}</Badge>
          )}
        </Group>
        <Text size="sm">{words.value(constraint)}</Text>
        <ConstraintSources constraint={constraint} />
        {override && (
          <Text size="sm" fw={600}>
            {t('web.rules.setAsideBy', { name: override.by, reason: override.reason })}
          </Text>
        )}
      </div>
      <Group className="row-side">
        {commands.map((each) => (
          <Button key={each} size="compact-md" variant="default" onClick={() => open(each, constraintId)}>
            {t(`web.rules.do.${each}`)}
            <span className="visually-hidden">
              {' '}
              {words.text(constraint)} {words.value(constraint)}
            </span>
          </Button>
        ))}
      </Group>
    </li>
  );
}
