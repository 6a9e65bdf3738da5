/** How a person is named on screen. */
export interface PersonName {
  insuredId: string;
  givenName: string;
  familyName: string;
}

/** Port: the room that knows the insured persons names them for all others. */
export abstract class PersonNames {
  abstract find(insuredId: string): Promise<PersonName | null>;
}
