import { m } from '@of/i18n';
import { FormChoice } from '../../app/forms/form-choice';
import { FormDate } from '../../app/forms/form-date';
import { FormTextField } from '../../app/forms/form-text-field';
import { rulesOf } from './question-rules';
import { yesOrNo, type Question } from './wizard-values';

/** A question of a form in the field that suits it. */
export function QuestionField({ question }: { question: Question }) {
  const { name, type, hint, isRequired, options, longest } = question;
  const label = isRequired ? question.label : m.documents_optional({ label: question.label });
  const common = { name, hint: hint ?? undefined, rules: rulesOf(question) };
  switch (type) {
    case 'choice':
      return <FormChoice {...common} legend={label} options={options} />;
    case 'yes-no':
      return <FormChoice {...common} legend={label} options={yesOrNo()} />;
    case 'day':
      return <FormDate {...common} legend={label} />;
    case 'number':
      return <FormTextField {...common} label={label} inputMode="numeric" size="short" autoComplete="off" />;
    case 'text':
      return <FormTextField {...common} label={label} maxLength={longest ?? undefined} autoComplete="off" />;
  }
}
