import { language, m } from '@of/i18n';
import german from './texts/accessibility.de.md?raw';
import english from './texts/accessibility.en.md?raw';
import { TextPage } from './text-page';

export function AccessibilityPage() {
  return (
    <TextPage
      title={m.accessibility_title()}
      lead={m.accessibility_lead()}
      text={language() === 'de' ? german : english}
    />
  );
}
