import { lazy } from 'react';
import { NeedStep } from './need-step';

const SetupSteps = lazy(() => import('./setup-steps').then((module) => ({ default: module.SetupSteps })));

/** The first page loads by itself, so that a new phone shows it soon. */
export function SetupPages({ params: { step } }: { params: { step?: string } }) {
  return step === undefined ? <NeedStep /> : <SetupSteps step={step} />;
}
