import { Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetAsideAnswerView, SetAsideCandidates } from '#contract/set-aside.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { Refused } from '../api/client.ts';
import { usePatient } from '../api/patients.ts';
import { useAssignAnswer, useCandidates } from '../api/set-aside.ts';
import { PatientPicker } from '../intake/patient-picker.tsx';
import { TapField, type Choice } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { useSubmission } from '../ui/use-submission.ts';
import { AnsweredPersons } from './answered-persons.tsx';

interface Props {
  readonly answer: SetAsideAnswerView;
  readonly onDone: () => void;
}

/** Whose answer is it? Those to whom it can belong are offered; anybody else is looked for by name. */
export function AssignAnswerForm({ answer, onDone }: Props) {
  const candidates = useCandidates(answer.setAsideId);
  const [picked, setPicked] = useState<string>();
  return (
    <Loaded query={candidates}>
      {({ candidates: offered }) =>
        picked !== undefined ? (
          <OfPatient answer={answer} patientId={picked} onDone={onDone} />
        ) : offered.length > 0 ? (
          <Choose answer={answer} candidates={offered} onDone={onDone} />
        ) : (
          <Stack gap="sm">
            <NobodyOffered />
            <PatientPicker onPick={setPicked} />
          </Stack>
        )
      }
    </Loaded>
  );
}

function NobodyOffered() {
  const { t } = useTranslation();
  return <Text>{t('setAside.nobody')}</Text>;
}

function OfPatient({ answer, patientId, onDone }: Props & { readonly patientId: string }) {
  const patient = usePatient(patientId);
  return (
    <Loaded query={patient}>
      {({ demographics, coverages }) => (
        <Choose
          answer={answer}
          candidates={coverages.map(({ coverageId, payerName }) => ({
            patientId,
            patientName: `${demographics.lastName}, ${demographics.firstName}`,
            birthDate: demographics.birthDate,
            coverageId,
            payerName,
          }))}
          onDone={onDone}
        />
      )}
    </Loaded>
  );
}

function Choose({
  answer,
  candidates,
  onDone,
}: Props & { readonly candidates: SetAsideCandidates['candidates'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [only] = candidates.length === 1 ? candidates : [];
  const [chosen, setChosen] = useState(only ? keyOf(only) : '');
  const { mutateAsync } = useAssignAnswer(answer.setAsideId);
  const [doubted, setDoubted] = useState<string>();
  const submission = useSubmission(
    useCallback(async () => {
      const whose = candidates.find((candidate) => keyOf(candidate) === chosen);
      if (!whose) throw new Refused(refuse('eligibility/nobody-chosen', {}, '/coverageId'));
      const { patientId, coverageId, patientName } = whose;
      const confirmed = doubted === chosen;
      const { outcome, alreadyRecorded } = await mutateAsync({ patientId, coverageId, confirmed }).catch(
        (error: unknown) => {
          if (error instanceof Refused && error.refusal.code === 'eligibility/to-confirm') setDoubted(chosen);
          throw error;
        },
      );
      toast(`${patientName}: ${t(`eligibility.outcome.${alreadyRecorded ? 'again' : outcome}`)}`);
    }, [candidates, chosen, doubted, mutateAsync, t]),
    onDone,
  );
  const choices: Choice[] = candidates.map((candidate) => ({
    value: keyOf(candidate),
    label: `${candidate.patientName}, ${format.date(candidate.birthDate)}: ${candidate.payerName}`,
  }));
  return (
    <Form
      submission={submission}
      submitLabel={t(chosen !== '' && doubted === chosen ? 'eligibility.confirm' : 'setAside.assign')}
      onCancel={onDone}
    >
      <Text>{t('setAside.assignLead')}</Text>
      <div>
        <Text fw={600} size="sm">
          {t('setAside.names')}
        </Text>
        <AnsweredPersons about={answer.about} />
      </div>
      <TapField
        at="/coverageId"
        label={t('setAside.whose')}
        value={chosen}
        onValue={setChosen}
        choices={choices}
      />
    </Form>
  );
}

function keyOf({ patientId, coverageId }: SetAsideCandidates['candidates'][number]): string {
  return `${patientId} ${coverageId}`;
}
