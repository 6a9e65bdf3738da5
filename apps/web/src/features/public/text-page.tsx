import { useSuspenseQuery } from '@tanstack/react-query';
import { Markdown, classes } from '@of/ui';
import { brandingQuery } from '../../app/branding';
import { PageHeading } from '../../app/page-heading';
import styles from './text-page.module.css';

interface TextPageProps {
  title: string;
  lead: string;
  text: string;
  /** Language of the text, where it differs from the page's. */
  lang?: string;
  look?: 'plain' | 'simple';
}

/** A long text of the portal itself. Names and numbers of the insurer are set in from its branding. */
export function TextPage({ title, lead, text, lang, look = 'plain' }: TextPageProps) {
  const { insurerName, hotline, email } = useSuspenseQuery(brandingQuery()).data;
  const values: Record<string, string> = {
    insurer: insurerName,
    phone: hotline.number,
    tel: hotline.tel,
    hours: hotline.hours,
    email,
  };
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return (
    <div className="wrap" lang={lang}>
      <PageHeading lead={lead}>{title}</PageHeading>
      <div className={classes(styles.text, look === 'simple' && styles.simple)}>
        <Markdown text={filled} />
      </div>
    </div>
  );
}
