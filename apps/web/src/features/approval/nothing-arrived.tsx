import type { ReactNode } from 'react';
import { Phone } from 'lucide-react';
import { RowContent, Rows, Section, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';

/** Ways out for whoever waits in vain; the last one is a person on the phone. */
export function NothingArrived({ children }: { children: ReactNode }) {
  const hotline = useBranding()?.hotline;
  return (
    <Section as="aside" title={m.approval_nothing_title()}>
      <Rows>
        {children}
        {hotline && (
          <li>
            <a className={rowLinkClass} href={`tel:${hotline.tel}`}>
              <RowContent
                icon={Phone}
                title={
                  <>
                    {m.login_call()} <span className="num">{hotline.number}</span>
                  </>
                }
                meta={hotline.hours}
              />
            </a>
          </li>
        )}
      </Rows>
    </Section>
  );
}
