import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { isInForce } from '#domain/coverage/coverage-on-day.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import { isPayerNamed } from '../api/not-given-here.ts';
import { usePractice } from '../api/practice.ts';
import { DraftForm } from '../case/case-form.tsx';
import { newId } from '../ui/clock.ts';
import { ChoiceField, DateField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { optional, present, readOptionalDate, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { sexes } from './demographics-draft.ts';
import { orderDraft, OrderFields, readOrder } from './order-fields.tsx';
import { usePatientForm } from './use-patient-form.ts';

interface Props {
  readonly patient: PatientView;
  readonly coverage: Coverage | undefined;
  readonly onDone: () => void;
}

const relationships = ['self', 'spouse', 'child', 'other'] as const;
const priorities = ['primary', 'secondary', 'tertiary'] as const;
const kinds = ['dental', 'medical'] as const;

function asDraft(patient: PatientView, coverage: Coverage | undefined, today: CalendarDate) {
  const next = priorities[Math.min(2, othersInForce(patient, coverage, today))] ?? 'primary';
  const holder = coverage?.subscriber;
  return {
    coverageId: coverage?.coverageId ?? newId(),
    payerId: coverage?.payerId ?? '',
    payerName: coverage && isPayerNamed(coverage.payerName) ? coverage.payerName : '',
    kind: String(coverage?.kind ?? 'dental'),
    priority: String(coverage?.priority ?? next),
    memberId: coverage?.memberId ?? '',
    groupNumber: coverage?.groupNumber ?? '',
    planName: coverage?.planName ?? '',
    relationship: String(holder?.relationship ?? 'self'),
    lastName: holder?.lastName ?? '',
    firstName: holder?.firstName ?? '',
    birthDate: String(holder?.birthDate ?? ''),
    sex: String(holder?.sex ?? ''),
    from: String(coverage?.from ?? ''),
    through: String(coverage?.through ?? ''),
    ...orderDraft(coverage?.order),
  };
}

function othersInForce(patient: PatientView, coverage: Coverage | undefined, today: CalendarDate): number {
  const others = patient.coverages.filter(({ coverageId }) => coverageId !== coverage?.coverageId);
  return others.filter((each) => isInForce(each, today)).length;
}

type CoverageDraft = ReturnType<typeof asDraft>;

/**
 * For the patient's own coverage, the holder is the patient; nothing is typed twice. A payer that a file did not name may
 * stay without a name while the rest is mended.
 */
function readCoverage(
  draft: CoverageDraft,
  { patient, coverage }: Pick<Props, 'patient' | 'coverage'>,
): Coverage {
  const { demographics } = patient;
  const relationship = readWord(relationships, draft.relationship, '/subscriber/relationship');
  const self = relationship === 'self';
  return present({
    coverageId: draft.coverageId,
    payerId: optional(draft.payerId),
    payerName:
      coverage && !isPayerNamed(coverage.payerName) && draft.payerName.trim() === ''
        ? notGiven
        : readText(draft.payerName, '/coverage/payerName'),
    kind: readWord(kinds, draft.kind, '/coverage/kind'),
    priority: readWord(priorities, draft.priority, '/coverage/priority'),
    memberId: draft.memberId.trim(),
    groupNumber: optional(draft.groupNumber),
    planName: optional(draft.planName),
    subscriber: present({
      relationship,
      lastName: self ? demographics.lastName : readText(draft.lastName, '/subscriber/lastName'),
      firstName: self ? demographics.firstName : readText(draft.firstName, '/subscriber/firstName'),
      birthDate: self ? demographics.birthDate : readOptionalDate(draft.birthDate, '/subscriber/birthDate'),
      sex: self
        ? demographics.sex
        : draft.sex === ''
          ? undefined
          : readWord(sexes, draft.sex, '/subscriber/sex'),
    }),
    from: readOptionalDate(draft.from, '/coverage/from'),
    through: readOptionalDate(draft.through, '/coverage/through'),
    order: readOrder(draft, relationship),
    flags: [],
  });
}

export function CoverageForm({ patient, coverage, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const practice = usePractice();
  const payers = practice.data?.payers ?? [];
  const { today } = useFormat();
  const form = usePatientForm({
    patient,
    command: 'record-coverage',
    about: coverage?.coverageId ?? 'new',
    initial: asDraft(patient, coverage, today()),
    build: (draft) => ({ coverage: readCoverage(draft, { patient, coverage }) }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChoiceField
        at="/coverage/payerId"
        label={t('web.coverageForm.payer')}
        description={t('web.coverageForm.payerHelp')}
        empty={t('web.coverageForm.otherPayer')}
        data-autofocus
        value={draft.payerId}
        onValue={(payerId) => {
          const name = payers.find((payer) => payer.payerId === payerId)?.name;
          // Another payer has another plan: what the old one was called must not go on its claims.
          change({ payerId, planName: '', ...(name === undefined ? {} : { payerName: name }) });
        }}
        choices={payers.map(({ payerId, name }) => ({ value: payerId, label: name }))}
      />
      {draft.payerId === '' && (
        <TextField
          at="/coverage/payerName"
          label={t('web.coverageForm.payerName')}
          description={t('web.coverageForm.payerByName')}
          value={draft.payerName}
          onValue={(payerName) => change({ payerName })}
        />
      )}
      <div className="two-fields">
        <TextField
          at="/coverage/memberId"
          label={t('web.coverageForm.memberId')}
          value={draft.memberId}
          onValue={(memberId) => change({ memberId })}
        />
        <TextField
          at="/coverage/groupNumber"
          label={t('web.coverageForm.group')}
          value={draft.groupNumber}
          onValue={(groupNumber) => change({ groupNumber })}
        />
      </div>
      <TextField
        at="/coverage/planName"
        label={t('web.coverageForm.planName')}
        value={draft.planName}
        onValue={(planName) => change({ planName })}
      />
      <div className="three-fields">
        <ChoiceField
          at="/coverage/kind"
          label={t('web.coverageForm.kind')}
          value={draft.kind}
          onValue={(kind) => change({ kind })}
          choices={choices('coverageKind', kinds)}
        />
        <ChoiceField
          at="/coverage/priority"
          label={t('web.coverageForm.priority')}
          value={draft.priority}
          onValue={(priority) => change({ priority })}
          choices={choices('priority', priorities)}
        />
        <ChoiceField
          at="/subscriber/relationship"
          label={t('web.coverageForm.relationship')}
          value={draft.relationship}
          onValue={(relationship) => change({ relationship })}
          choices={choices('relationship', relationships)}
        />
      </div>
      {draft.relationship !== 'self' && <Holder draft={draft} change={change} />}
      <div className="two-fields">
        <DateField
          at="/coverage/from"
          label={t('web.coverageForm.from')}
          value={draft.from}
          onValue={(from) => change({ from })}
        />
        <DateField
          at="/coverage/through"
          label={t('web.coverageForm.through')}
          value={draft.through}
          onValue={(through) => change({ through })}
        />
      </div>
      <OrderFields draft={draft} change={change} isSecond={othersInForce(patient, coverage, today()) > 0} />
    </DraftForm>
  );
}

interface HolderProps {
  readonly draft: CoverageDraft;
  readonly change: (part: Partial<CoverageDraft>) => void;
}

function Holder({ draft, change }: HolderProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  return (
    <>
      <div className="two-fields">
        <TextField
          at="/subscriber/firstName"
          label={t('web.coverageForm.holderFirst')}
          value={draft.firstName}
          onValue={(firstName) => change({ firstName })}
        />
        <TextField
          at="/subscriber/lastName"
          label={t('web.coverageForm.holderLast')}
          value={draft.lastName}
          onValue={(lastName) => change({ lastName })}
        />
      </div>
      <div className="two-fields">
        <DateField
          at="/subscriber/birthDate"
          label={t('web.coverageForm.holderBirth')}
          value={draft.birthDate}
          onValue={(birthDate) => change({ birthDate })}
        />
        <ChoiceField
          label={t('web.patient.sex')}
          empty={t('web.form.choose')}
          value={draft.sex}
          onValue={(sex) => change({ sex })}
          choices={choices('sexes', sexes)}
        />
      </div>
    </>
  );
}
