import { useState } from 'react';
import { useRouter } from '@tanstack/react-router';
import { Button } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from './help-line';
import { PageHeading } from './page-heading';
import { problemSentence } from './problem-sentence';

/** What is shown when a page could not be. A second failure says something else than the first. */
export function ProblemPage({ error }: { error?: unknown }) {
  const router = useRouter();
  const [tries, setTries] = useState(0);
  return (
    <div className="wrap stack">
      <PageHeading lead={error ? problemSentence(error) : m.problem_unknown()}>{m.problem_title()}</PageHeading>
      <p className="narrow">{tries > 0 ? m.problem_again() : m.problem_safe()}</p>
      <div className="button-row">
        <Button
          onClick={() => {
            setTries(tries + 1);
            void router.invalidate();
          }}
        >
          {m.problem_retry()}
        </Button>
        <Button look="second" onClick={() => location.assign('/')}>
          {m.not_found_start()}
        </Button>
      </div>
      <HelpLine />
    </div>
  );
}
