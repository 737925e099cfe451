import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconClockHour4, IconDiamond } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/kernel/calendar-date.ts';
import type { GateConstraint } from '#domain/treatment-plan/constraint.ts';
import { useCaseCommand } from '../../api/cases.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { DraftForm } from '../../case/case-form.tsx';
import { useMay } from '../../case/may.ts';
import { useCaseForm } from '../../case/use-case-form.ts';
import { DateField, LongTextField } from '../../ui/fields.tsx';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { present, readOptionalDate } from '../../ui/reading.ts';
import { useWord } from '../../ui/say.ts';
import { useTellRefusal } from '../../ui/tell-refusal.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';
import { useConstraintWords } from './rule-words.ts';

/** What others have to say or show first, who holds it, and their answer in one press. */
export function Gates() {
  const { t } = useTranslation();
  const { sharedPlan } = useCaseView();
  const { action, subject, close } = useAction();
  const gates = sharedPlan.constraints.filter((each) => each.kind === 'gate' && !each.override);
  const chosen = gates.find(({ constraintId }) => constraintId === subject);
  if (gates.length === 0) return null;
  return (
    <>
      <Section title={t('web.rules.gates')} lead={t('web.rules.gatesLead')}>
        <ul className="rows">
          {gates.map((each) => each.kind === 'gate' && <GateRow key={each.constraintId} gate={each} />)}
        </ul>
      </Section>
      <Panel
        title={t('web.rules.answer')}
        opened={action === 'answer-gate' && chosen !== undefined}
        onClose={close}
      >
        {chosen?.kind === 'gate' && <GateForm key={chosen.constraintId} gate={chosen} onDone={close} />}
      </Panel>
    </>
  );
}

function GateRow({ gate }: { readonly gate: GateConstraint }) {
  const { t } = useTranslation();
  const word = useWord();
  const words = useConstraintWords();
  const may = useMay();
  const format = useFormat();
  const tell = useTellRefusal();
  const { open } = useAction();
  const { caseId, position } = useCaseView();
  const { constraintId, passedOn, expectedOn, goodForDays } = gate;
  const goodThrough = passedOn && goodForDays !== undefined ? addDays(passedOn, goodForDays) : undefined;
  // What was good until yesterday is asked for again.
  const isOver = goodThrough !== undefined && goodThrough < format.today();
  const answering = useCaseCommand(caseId, 'answer-gate');
  const pass = () =>
    answering.mutate(
      { answer: { constraintId, passedOn: format.today(), note: '' }, expectedPosition: position },
      { onError: tell },
    );
  return (
    <li className="row">
      <GateMark gate={gate} isOver={isOver} />
      <div className="row-main">
        <Text fw={600}>{words.text(gate)}</Text>
        <Text size="sm" component="div" className="case-facts">
          <span>
            {t('web.rules.heldBy', { kind: word('gateKind', gate.gate), holder: words.holder(gate) })}
          </span>
          <span>{words.value(gate)}</span>
        </Text>
        <Text size="sm">
          {passedOn && (
            <>
              {t('web.rules.passed')} <Day on={passedOn} relative />
              {goodThrough && (
                <>
                  {', '}
                  {t(isOver ? 'web.rules.goodWas' : 'web.rules.goodThrough')}{' '}
                  <Day on={goodThrough} relative />
                </>
              )}
            </>
          )}
          {!passedOn && expectedOn && (
            <>
              {t('web.rules.expected')} <Day on={expectedOn} relative />
            </>
          )}
          {!passedOn && !expectedOn && <strong>{t('web.rules.noWordYet')}</strong>}
        </Text>
      </div>
      {may('answer-gate') && (
        <Group className="row-side">
          {(!passedOn || isOver) && (
            <Button size="compact-md" loading={answering.isPending} onClick={pass}>
              {t('web.rules.passedToday')}
              <span className="visually-hidden"> {words.text(gate)}</span>
            </Button>
          )}
          <Button size="compact-md" variant="default" onClick={() => open('answer-gate', constraintId)}>
            {t('web.rules.answerOther')}
            <span className="visually-hidden"> {words.text(gate)}</span>
          </Button>
        </Group>
      )}
    </li>
  );
}

interface MarkProps {
  readonly gate: GateConstraint;
  readonly isOver: boolean;
}

function GateMark({ gate: { passedOn, expectedOn }, isOver }: MarkProps) {
  if (passedOn && !isOver) return <IconCircleCheck size={22} color="var(--archway-good)" aria-hidden />;
  if (expectedOn) return <IconClockHour4 size={22} color="var(--archway-accent-text)" aria-hidden />;
  return <IconDiamond size={22} color="var(--archway-warn)" aria-hidden />;
}

function GateForm({ gate, onDone }: { readonly gate: GateConstraint; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const words = useConstraintWords();
  const form = useCaseForm({
    command: 'answer-gate',
    about: gate.constraintId,
    initial: { passedOn: String(gate.passedOn ?? ''), expectedOn: String(gate.expectedOn ?? ''), note: '' },
    build: (draft) => ({
      answer: present({
        constraintId: gate.constraintId,
        passedOn: readOptionalDate(draft.passedOn, '/answer/passedOn'),
        expectedOn: readOptionalDate(draft.expectedOn, '/answer/expectedOn'),
        note: draft.note.trim(),
      }),
    }),
    done: onDone,
  });
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <Text fw={600}>{words.text(gate)}</Text>
      <div className="two-fields">
        <DateField
          at="/answer/passedOn"
          label={t('web.rules.passedOn')}
          value={form.draft.passedOn}
          onValue={(passedOn) => form.change({ passedOn })}
        />
        <DateField
          at="/answer/expectedOn"
          label={t('web.rules.expectedOn')}
          value={form.draft.expectedOn}
          onValue={(expectedOn) => form.change({ expectedOn })}
        />
      </div>
      <LongTextField
        at="/answer/note"
        label={t('web.rules.whatWasSaid')}
        value={form.draft.note}
        onValue={(note) => form.change({ note })}
      />
    </DraftForm>
  );
}
