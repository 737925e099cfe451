import type { Archway } from '../archway.ts';
import { assistantRoutes } from '../assistant/assistant.routes.ts';
import { caseRoutes } from '../case/case.routes.ts';
import { claimRoutes } from '../claim/claim.routes.ts';
import { licensedListRoutes } from '../code-guide/licensed-list.routes.ts';
import { whichCodeRoutes } from '../code-guide/which-code.routes.ts';
import { coverageRoutes } from '../coverage/coverage.routes.ts';
import { setAsideRoutes } from '../coverage/set-aside.routes.ts';
import { decisionRoutes } from '../decision/decision.routes.ts';
import { documentRoutes } from '../document/document.routes.ts';
import { guideRoutes } from '../guide/guide.routes.ts';
import { identityRoutes } from '../identity/identity.routes.ts';
import { importRoutes } from '../import/import.routes.ts';
import { packetRoutes } from '../packet/packet.routes.ts';
import { patientRoutes } from '../patient/patient.routes.ts';
import { practiceRoutes } from '../practice/practice.routes.ts';
import { estimateRoutes } from '../estimate/estimate.routes.ts';
import { planOrderRoutes } from '../treatment-plan/plan-order.routes.ts';
import { worklistRoutes } from '../worklist/worklist.routes.ts';
import type { App } from './fastify.ts';

/** Every address of the interface, by noun. */
export function addressRoutes(app: App, archway: Archway): void {
  identityRoutes(app, archway);
  guideRoutes(app, archway);
  practiceRoutes(app, archway);
  patientRoutes(app, archway);
  coverageRoutes(app, archway);
  setAsideRoutes(app, archway);
  documentRoutes(app, archway);
  importRoutes(app, archway);
  licensedListRoutes(app, archway);
  whichCodeRoutes(app);
  worklistRoutes(app, archway);
  caseRoutes(app, archway);
  estimateRoutes(app, archway);
  planOrderRoutes(app, archway);
  decisionRoutes(app, archway);
  claimRoutes(app, archway);
  packetRoutes(app, archway);
  assistantRoutes(app, archway);
}
