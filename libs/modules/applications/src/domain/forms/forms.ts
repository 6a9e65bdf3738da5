import type { Category } from '../submission';
import { childSicknessForm } from './child-sickness';
import { bonusProofForm, educationForm, householdHelpForm, invoiceForm, otherForm } from './further-forms';
import type { Form } from './question';
import { sickNoteForm } from './sick-note';

/** The form of a category, with the figures in force on that day (`YYYY-MM-DD`). */
export function formOf(category: Category, day: string): Form {
  switch (category) {
    case 'sick-note':
      return sickNoteForm(day);
    case 'child-sickness-benefit':
      return childSicknessForm(day);
    case 'household-help':
      return householdHelpForm;
    case 'invoice':
      return invoiceForm;
    case 'bonus-proof':
      return bonusProofForm;
    case 'education-certificate':
      return educationForm;
    case 'other':
      return otherForm;
  }
}
