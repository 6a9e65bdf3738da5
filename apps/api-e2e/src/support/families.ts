import type { RunningHouse } from '@of/testing';
import { DateOnly } from '@of/kernel';
import { memberLine } from './members';

export interface Family {
  parent: Relative;
  child: Relative;
  /** 16: may have an account of their own. */
  teenager: Relative;
}

export interface Relative {
  kvnr: string;
  postalCode: string;
  externalId: string;
  insuredId: string;
  givenName: string;
}

type Line = ReturnType<typeof memberLine>;

/** A line of the import: insured through somebody. */
export function childLine(number: number, parent: Line, changes: Record<string, unknown> = {}): Line {
  const period = { from: '2020-01-01', to: null, kind: 'family', mainMemberExternalId: parent['externalId'] };
  return { ...memberLine(number), insurancePeriods: [period], ...changes };
}

/** Years ago today, in Germany. */
export const bornYearsAgo = (years: number): string =>
  String(DateOnly.fromInstant(new Date()).addDays(-40).addYears(-years));

export async function relativeOf(house: RunningHouse, line: Line): Promise<Relative> {
  const [row] = await house.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [
    line.kvnr,
  ]);
  const { kvnr, externalId, givenName } = line as Line & { externalId: string; givenName: string };
  return { kvnr, postalCode: '04109', externalId, givenName, insuredId: (row as { id: string }).id };
}

/** Imports a family of three from this running number on. */
export async function newFamily(house: RunningHouse, number: number): Promise<Family> {
  const parent = memberLine(number);
  const child = childLine(number + 1, parent, { givenName: 'Mika', dateOfBirth: bornYearsAgo(9) });
  const teenager = childLine(number + 2, parent, { givenName: 'Toni', dateOfBirth: bornYearsAgo(16) });
  await house.importMembers([parent, child, teenager]);
  return {
    parent: await relativeOf(house, parent),
    child: await relativeOf(house, child),
    teenager: await relativeOf(house, teenager),
  };
}

export const emailOf = ({ kvnr }: { kvnr: string }): string => `${kvnr.toLowerCase()}@beispiel.example`;
