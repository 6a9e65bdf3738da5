import { m } from '@of/i18n';
import { useBranding } from './branding';

/** The way out on every page of trouble: a person on the phone. */
export function HelpLine() {
  const hotline = useBranding()?.hotline;
  if (!hotline) return null;
  return (
    <p className="small muted">
      {m.help_by_phone()}{' '}
      <a href={`tel:${hotline.tel}`} className="num">
        {hotline.number}
      </a>{' '}
      ({hotline.hours})
    </p>
  );
}
