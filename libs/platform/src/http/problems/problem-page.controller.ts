import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '@of/kernel';
import { PublicAccess } from '../../auth/access';
import { Branding } from '../../config/branding';
import { type Language } from './language';
import { RequestLanguage } from './request-language';
import { isKnownProblem, problemText } from './problem-catalogue';

/** The page behind a problem's `type`: what it means and what to do. */
@ApiExcludeController()
@PublicAccess()
@Controller('problems')
export class ProblemPageController {
  constructor(private readonly branding: Branding) {}

  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  explain(@Param('code') code: string, @RequestLanguage() language: Language): string {
    if (!isKnownProblem(code)) throw new DomainError('not-found', 'not-found');
    // A page about the kind of problem: the figures of one case are not known here.
    const { title, detail } = problemText(code, language, {
      retryAfter: language === 'de' ? 'einigen Minuten' : 'a few minutes',
    });
    const help = language === 'de' ? 'Hilfe am Telefon' : 'Help by phone';
    const { number, hours } = this.branding.hotline;
    return [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>`,
      `<meta name="viewport" content="width=device-width"></head><body><main><h1>${title}</h1><p>${detail}</p>`,
      `<p>${help}: ${number} (${hours[language]})</p><p><code>${code}</code></p></main></body></html>`,
    ].join('');
  }
}
