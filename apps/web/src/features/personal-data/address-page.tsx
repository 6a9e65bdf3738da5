import { useSuspenseQuery } from '@tanstack/react-query';
import type { AddressChange, FamilyMember, Me } from '@of/api-client';
import type { TypedDay } from '@of/ui';
import { formatDay, m } from '@of/i18n';
import type { ChangeLine } from '../approval/change-lines';
import { AddressEntry } from './address-entry';
import { changeAddress, meQuery } from './api/personal-data.api';
import type { DraftForm } from '../drafts/draft-form';
import { useDraft } from '../drafts/use-draft';
import { useChildren } from '../family/use-children';
import { ChangeWizard } from './change-wizard';
import { countryName } from './countries';
import { isEmptyDay, readDay } from '../../app/forms/typed-day';

export interface AddressValues {
  street: string;
  houseNumber: string;
  postalCode: string;
  city: string;
  country: string;
  validFrom: TypedDay;
  /** `insuredId` of children who move, too. */
  alsoFor: string[];
}

const draftForm: DraftForm<AddressValues> = { name: 'address-change', version: 1 };

export function AddressPage() {
  const { address } = useSuspenseQuery(meQuery).data;
  const children = useChildren();
  const draft = useDraft(draftForm, 'me');
  return (
    <ChangeWizard
      action="address-change"
      path="/daten/anschrift"
      Entry={AddressEntry}
      draft={draft}
      linesOf={(values) => linesOf(values, address, children)}
      request={(values) => changeAddress(requestOf(values, children))}
    />
  );
}

/** A draft may name a child for whom nobody may act any more. */
const moving = ({ alsoFor }: AddressValues, children: readonly FamilyMember[]): FamilyMember[] =>
  children.filter(({ insuredId }) => alsoFor?.includes(insuredId));

function requestOf(values: AddressValues, children: readonly FamilyMember[]): AddressChange {
  const address = {
    street: values.street.trim(),
    houseNumber: values.houseNumber.trim(),
    postalCode: values.postalCode.trim(),
    city: values.city.trim(),
    country: values.country,
    alsoFor: moving(values, children).map(({ insuredId }) => insuredId),
  };
  const { validFrom } = values;
  return isEmptyDay(validFrom) ? address : { ...address, validFrom: String(readDay(validFrom)) };
}

function linesOf(values: AddressValues, present: Me['address'], children: readonly FamilyMember[]): ChangeLine[] {
  const { validFrom, ...address } = values;
  return [
    { label: m.data_address(), from: addressInWords(present), to: addressInWords(address) },
    {
      label: m.address_valid_from(),
      to: isEmptyDay(validFrom) ? m.address_at_once() : formatDay(String(readDay(validFrom))),
    },
    ...moving(values, children).map(({ givenName, familyName }) => ({
      label: m.address_also_for(),
      to: `${givenName} ${familyName}`,
    })),
  ];
}

/** An address in one line, as the release shows it; the country is named where it is not Germany. */
function addressInWords({ street, houseNumber, postalCode, city, country }: Me['address']): string {
  const lines = [
    [street, houseNumber]
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' '),
    `${postalCode.trim()} ${city.trim()}`,
  ];
  return [...lines, ...(country === 'DE' ? [] : [countryName(country)])].join(', ');
}
