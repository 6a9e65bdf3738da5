import { useSuspenseQuery } from '@tanstack/react-query';
import { Section, SummaryList, SummaryRow } from '@of/ui';
import { m } from '@of/i18n';
import { brandingQuery } from '../../app/branding';
import { PageHeading } from '../../app/page-heading';

export function ImprintPage() {
  const { insurerName, address, hotline, email, website, imprint } = useSuspenseQuery(brandingQuery()).data;
  return (
    <div className="wrap">
      <PageHeading lead={m.imprint_lead()}>{m.shell_imprint()}</PageHeading>
      <div className="narrow stack stack-48">
        <Section title={m.imprint_provider()}>
          <SummaryList>
            <SummaryRow term={m.data_name()}>{insurerName}</SummaryRow>
            <SummaryRow term={m.data_address()}>
              {address.street} {address.houseNumber}
              <br />
              {address.postalCode} {address.city}
            </SummaryRow>
            <SummaryRow term={m.imprint_legal_form()}>{imprint.legalForm}</SummaryRow>
            <SummaryRow term={m.imprint_represented()}>{imprint.representedBy}</SummaryRow>
            <SummaryRow term={m.imprint_authority()}>{imprint.supervisoryAuthority}</SummaryRow>
            <SummaryRow term={m.imprint_vat()}>
              <span className="num">{imprint.vatId}</span>
            </SummaryRow>
          </SummaryList>
        </Section>
        <Section title={m.help_contact()}>
          <SummaryList>
            <SummaryRow term={m.imprint_phone()} origin={hotline.hours}>
              <a href={`tel:${hotline.tel}`} className="num">
                {hotline.number}
              </a>
            </SummaryRow>
            <SummaryRow term={m.contact_email()}>
              <a href={`mailto:${email}`}>{email}</a>
            </SummaryRow>
            <SummaryRow term={m.imprint_website()}>
              <a href={website} rel="noreferrer">
                {website.replace(/^https?:\/\//, '')}
              </a>
            </SummaryRow>
          </SummaryList>
        </Section>
      </div>
    </div>
  );
}
