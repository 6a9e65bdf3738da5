import { Circle, CircleCheck } from 'lucide-react';
import { m } from '@of/i18n';
import styles from './password-checklist.module.css';
import { passwordRules, unmetPasswordRules, type PasswordRule } from './password-rules';

const sentences: Record<PasswordRule, () => string> = {
  'min-length': () => m.password_rule_min_length(),
  uppercase: () => m.password_rule_uppercase(),
  lowercase: () => m.password_rule_lowercase(),
  digit: () => m.password_rule_digit(),
  special: () => m.password_rule_special(),
  'equals-username': () => m.password_rule_not_username(),
};

export function ruleSentence(rule: PasswordRule): string {
  return sentences[rule]();
}

/** The rules, each ticked as soon as it is met. The number left is said politely, not each tick. */
export function PasswordChecklist({ password, usernames }: { password: string; usernames: readonly string[] }) {
  const unmet = unmetPasswordRules(password, usernames);
  return (
    <div className={styles.box}>
      <p className={styles.title}>{m.password_rules_title()}</p>
      <ul>
        {passwordRules.map((rule) => {
          const isMet = !unmet.includes(rule);
          return (
            <li key={rule} data-met={isMet || undefined}>
              {isMet ? <CircleCheck aria-hidden /> : <Circle aria-hidden />}
              <span>
                {ruleSentence(rule)}
                <span className="vh">: {isMet ? m.password_rule_met() : m.password_rule_open()}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <p role="status" className="vh">
        {password &&
          (unmet.length === 0 ? m.password_rules_all_met() : m.password_rules_open({ count: String(unmet.length) }))}
      </p>
      <p className={styles.advice}>{m.password_advice()}</p>
    </div>
  );
}
