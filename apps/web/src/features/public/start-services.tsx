import { Link } from '@tanstack/react-router';
import { BookOpen, CircleQuestionMark, IdCard, KeyRound, Mail, Phone, Smartphone, SunMoon } from 'lucide-react';
import { RowContent, Section, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import styles from './start-services.module.css';

/** What the portal does, how to get access, and help for everybody. */
export function StartServices() {
  const branding = useBranding();
  const services = [
    { icon: IdCard, title: m.start_service_data(), text: m.start_service_data_text() },
    { icon: Smartphone, title: m.start_service_contact(), text: m.start_service_contact_text() },
    { icon: KeyRound, title: m.start_service_access(), text: m.start_service_access_text() },
    { icon: Mail, title: m.start_service_letters(), text: m.start_service_letters_text() },
    { icon: CircleQuestionMark, title: m.start_service_help(), text: m.start_service_help_text() },
    { icon: SunMoon, title: m.start_service_access_for_all(), text: m.start_service_access_for_all_text() },
  ];
  const ways = [
    { title: m.start_way_register(), text: m.start_way_register_text() },
    { title: m.start_way_letter(), text: m.start_way_letter_text() },
    { title: m.start_way_code(), text: m.start_way_code_text() },
  ];
  return (
    <>
      <section aria-labelledby="dienste" className={styles.part}>
        <h2 id="dienste" className={styles.large}>
          {m.start_services()}
        </h2>
        <ul className={styles.services}>
          {services.map(({ icon: Icon, title, text }) => (
            <li key={title}>
              <Icon aria-hidden />
              <div>
                <h3>{title}</h3>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="wege" className={styles.part}>
        <h2 id="wege" className={styles.large}>
          {m.start_ways()}
        </h2>
        <ol className={styles.ways}>
          {ways.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <div className={styles.part}>
        <Section title={m.start_help_for_all()}>
          <ul className={styles.trio}>
            <li>
              <Link className={rowLinkClass} to="/leichte-sprache">
                <RowContent icon={BookOpen} title={m.start_simple_language()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/hilfe">
                <RowContent icon={CircleQuestionMark} title={m.start_questions()} />
              </Link>
            </li>
            {branding && (
              <li>
                <a className={rowLinkClass} href={`tel:${branding.hotline.tel}`}>
                  <RowContent
                    icon={Phone}
                    title={
                      <>
                        {m.help_by_phone()} <span className="num">{branding.hotline.number}</span>
                      </>
                    }
                    meta={branding.hotline.hours}
                  />
                </a>
              </li>
            )}
          </ul>
        </Section>
      </div>
    </>
  );
}
