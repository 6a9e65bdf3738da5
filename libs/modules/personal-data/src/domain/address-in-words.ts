interface PostalAddress {
  street: string;
  houseNumber: string;
  postalCode: string;
  city: string;
  country: string;
}

/** An address in one line; the country is named where it is not Germany. */
export function addressInWords(address: PostalAddress, language: 'de' | 'en'): string {
  const street = [address.street, address.houseNumber].filter(Boolean).join(' ');
  const country =
    address.country === 'DE'
      ? []
      : [new Intl.DisplayNames(language, { type: 'region' }).of(address.country) ?? address.country];
  return [street, `${address.postalCode} ${address.city}`, ...country].join(', ');
}
