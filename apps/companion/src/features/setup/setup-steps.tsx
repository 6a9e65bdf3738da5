import { Redirect } from 'wouter';
import { AccessStep } from './access-step';
import { CodeStep } from './code-step';
import { KeyStep } from './key-step';
import { ReadyStep } from './ready-step';
import { ScanStep } from './scan-step';
import { setupDraft } from './setup-draft';

const home = <Redirect to="/einrichten" replace />;

/** One question a page. A step whose ground was lost by a reload leads back to the start. */
export function SetupSteps({ step }: { step: string }) {
  const { code, binding } = setupDraft();
  switch (step) {
    case 'scannen':
      return <ScanStep />;
    case 'code':
      return <CodeStep />;
    case 'zugang':
      return code ? <AccessStep code={code} /> : home;
    case 'verbinden':
      return binding ? <KeyStep binding={binding} /> : home;
    case 'fertig':
      return <ReadyStep />;
    default:
      return home;
  }
}
