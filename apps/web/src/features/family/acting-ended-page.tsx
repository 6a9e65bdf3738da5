import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiProblem } from '@of/api-client';
import { buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { ProblemPage } from '../../app/problem-page';
import { familyQuery } from './api/family.api';

/** A page of a child that the API no longer knows: the birthday was at midnight, or the co-insurance has ended. */
export function ActingEndedPage({ error }: { error: unknown }) {
  return error instanceof ApiProblem && error.status === 404 ? <ActingEnded /> : <ProblemPage error={error} />;
}

export function ActingEnded() {
  const queryClient = useQueryClient();
  useEffect(() => void queryClient.invalidateQueries(familyQuery), [queryClient]);
  return (
    <div className="wrap stack">
      <PageHeading lead={m.family_ended_lead()}>{m.family_ended_title()}</PageHeading>
      <div className="button-row">
        <Link to="/familie" className={buttonClass()}>
          {m.family_ended_act()}
        </Link>
      </div>
      <HelpLine />
    </div>
  );
}
