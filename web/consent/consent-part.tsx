import { useCaseView } from '../case/case-context.tsx';
import { CoordinationSection } from '../coverage/coordination-section.tsx';
import { useFormat } from '../ui/format.ts';
import { Consents } from './consents.tsx';

/** The consents that this case relies on are the patient's: they span cases. */
export function ConsentPart() {
  const view = useCaseView();
  const { today } = useFormat();
  const parties = view.members.map(({ member }) => ({
    id: member.providerId ?? member.payerId ?? member.memberId,
    name: member.name,
  }));
  return (
    <>
      <Consents patient={view.patient} parties={parties} />
      <CoordinationSection serviceDate={today()} />
    </>
  );
}
