import { Button, Group, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalView } from '#contract/views.ts';
import { useRegisterPatient } from '../api/patients.ts';
import { newId } from '../ui/clock.ts';
import { Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { useSay } from '../ui/say.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { Day } from '../ui/when.tsx';
import { demographicsDraft, readDemographics } from './demographics-draft.ts';
import { DemographicsFields } from './demographics-fields.tsx';

/** A patient by hand in under a minute; whoever might be the same person is shown first. */
export function NewPatientScreen() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [patientId] = useState(newId);
  const [others, setOthers] = useState<readonly string[]>([]);
  const { draft, change, clear, restored } = useDraft('patient.new', demographicsDraft(i18n.language));
  const { mutateAsync } = useRegisterPatient();
  const submission = useSubmission(
    useCallback(
      async () =>
        mutateAsync({ patientId, demographics: readDemographics(draft), notDuplicateOf: [...others] }),
      [mutateAsync, patientId, draft, others],
    ),
    useCallback(() => {
      clear();
      void navigate({ to: '/patients/$patientId', params: { patientId } });
    }, [clear, navigate, patientId]),
  );
  const candidates = submission.refusal?.candidates ?? [];
  return (
    <Page title={t('web.patients.new')} lead={t('web.patients.newLead')}>
      <div className="section narrow">
        <Form
          submission={submission}
          submitLabel={t('web.patients.register')}
          restored={restored}
          onStartOver={clear}
        >
          {candidates.length > 0 && (
            <Candidates
              candidates={candidates}
              onOthers={() => setOthers(candidates.map((candidate) => candidate.patientId))}
              saidOthers={others.length > 0}
            />
          )}
          <DemographicsFields draft={draft} change={change} />
        </Form>
      </div>
    </Page>
  );
}

interface CandidatesProps {
  readonly candidates: NonNullable<RefusalView['candidates']>;
  readonly onOthers: () => void;
  readonly saidOthers: boolean;
}

function Candidates({ candidates, onOthers, saidOthers }: CandidatesProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="locked">
      <Text fw={600}>{t('web.patients.perhaps')}</Text>
      <ul className="rows">
        {candidates.map((candidate) => (
          <li key={candidate.patientId} className="row">
            <div className="row-main">
              <Link to="/patients/$patientId" params={{ patientId: candidate.patientId }}>
                {candidate.name}
              </Link>
              <Text size="sm">
                <Day on={candidate.birthDate} /> · {say(candidate.reason)}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      <Group>
        <Button variant="default" onClick={onOthers} disabled={saidOthers}>
          {t(saidOthers ? 'web.patients.saidOthers' : 'web.patients.others')}
        </Button>
      </Group>
    </div>
  );
}
