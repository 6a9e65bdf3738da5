import type { FieldTexts, ProblemText, ProblemTexts } from './problem';
import type { Language } from './language';
import { generalFieldTexts, generalProblemTexts } from './general-texts';

/**
 * All refusals with their sentences in German and English. Every room adds its own when its HTTP side is loaded.
 */
const problems = new Map(Object.entries(generalProblemTexts));
const fields = new Map(Object.entries(generalFieldTexts));

export function addProblemTexts(texts: ProblemTexts): void {
  for (const [code, text] of Object.entries(texts)) problems.set(code, text);
}

export function addFieldTexts(texts: FieldTexts): void {
  for (const [code, text] of Object.entries(texts)) fields.set(code, text);
}

function fill(template: string, params: Record<string, string | number> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function problemText(code: string, language: Language, params?: Record<string, string | number>): ProblemText {
  const text = (problems.get(code) ?? problems.get('bad-request'))?.[language] as ProblemText;
  return { title: text.title, detail: fill(text.detail, params) };
}

/** Sentence for a field error; a rule of a policy has a text of its own (`password-policy.min-length`). */
export function fieldText(
  code: string,
  rule: string | undefined,
  language: Language,
  params?: Record<string, string | number>,
): string {
  const text = fields.get(rule ? `${code}.${rule}` : code) ?? fields.get(code) ?? fields.get('invalid');
  return fill((text as Record<Language, string>)[language], params);
}

export function knownProblemCodes(): string[] {
  return [...problems.keys()].sort();
}

export function isKnownProblem(code: string): boolean {
  return problems.has(code);
}
