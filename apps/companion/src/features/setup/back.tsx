import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { m } from '@of/i18n';
import styles from './setup.module.css';

export function Back({ to }: { to: string }) {
  return (
    <Link href={to} className={styles.back}>
      <ArrowLeft aria-hidden />
      {m.form_back()}
    </Link>
  );
}
